package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import coderbased.client.chat.ChatState;
import coderbased.fx.AConversation;
import coderbased.fx.ALine;
import coderbased.fx.FakeChat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desktop that was linked as read-only: it offers nothing that the server would refuse. */
class ReadOnlyScreenTest {

    @TempDir
    private Path folder;

    @Test
    void readOnlyDesktopOffersNoChange() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            FakeChat chat = window.client.chat;
            chat.tell(new ChatState(
                    FakeChat.ADA,
                    List.of(AConversation.group("g", "Tea", FakeChat.BOB)
                            .admin()
                            .build()),
                    Map.of(),
                    FakeChat.CAUGHT_UP,
                    true));
            window.tell(States.signedIn(null));
            assertEquals("Select a chat on the left.", window.text("#no-thread .label"));
            double icon = middle(window.node("#no-thread .empty-icon"));
            assertEquals(icon, middle(window.node("#no-thread .label .text")), 1.5, "the words are under their icon");
            window.click(".conversation-cell");
            Labeled empty = (Labeled) window.node("#thread-empty .label");
            assertEquals("No messages yet.", TestWindow.onFx(empty::getText));

            chat.tell(new ChatState(
                    FakeChat.ADA,
                    List.of(AConversation.group("g", "Tea", FakeChat.BOB)
                            .admin()
                            .lines(ALine.mine(1, "one")
                                    .reaction("👍", false, "Bob")
                                    .build())
                            .build()),
                    Map.of(),
                    FakeChat.CAUGHT_UP,
                    true));
            window.node("#composer-barred");
            window.node(".bubble");
            assertFalse(window.sees("#new-chat"));
            window.robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
            window.node("#toast");
            assertFalse(window.sees("#new-chat-sheet"));

            ListView<?> messages = (ListView<?>) window.node("#message-list");
            TestWindow.onFx(() -> {
                messages.requestFocus();
                messages.getSelectionModel().selectLast();
                return true;
            });
            window.robot.type(KeyCode.DELETE).type(KeyCode.ENTER);
            TestWindow.until(() -> TestWindow.onFx(() -> PseudoWindow.menu("message-menu") != null));
            assertEquals(
                    List.of("menu-copy", "menu-info"),
                    TestWindow.onFx(() -> PseudoWindow.menu("message-menu").getItems().stream()
                            .map(MenuItem::getId)
                            .toList()));
            assertFalse(window.sees("#undo-delete"));
            window.robot.type(KeyCode.ESCAPE);

            window.robot.press(KeyCode.CONTROL, KeyCode.I).release(KeyCode.I, KeyCode.CONTROL);
            window.node("#group-sheet");
            for (String barred : List.of("#group-rename", "#group-add", "#group-leave", "#info-mute", "#member-more")) {
                assertFalse(window.sees(barred), barred);
            }
        }
    }

    private static double middle(Node node) {
        return TestWindow.onFx(() -> node.localToScene(node.getLayoutBounds()).getCenterX());
    }
}
