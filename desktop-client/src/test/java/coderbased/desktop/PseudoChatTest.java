package coderbased.desktop;

import static coderbased.desktop.PseudoChats.EVE;
import static coderbased.desktop.PseudoChats.IVO;
import static coderbased.desktop.PseudoChats.data;
import static coderbased.desktop.PseudoChats.file;
import static coderbased.desktop.PseudoChats.group;
import static coderbased.desktop.PseudoChats.lines;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.ChatState.Presence;
import coderbased.client.chat.ChatState.Progress;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.fx.AConversation;
import coderbased.fx.ALine;
import coderbased.fx.FakeChat;
import coderbased.protocol.Body;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary.Group;
import coderbased.protocol.GroupEventKind;
import coderbased.protocol.GroupInvitation;
import coderbased.protocol.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chats, threads, their sheets and menus in the pseudo-language: no sentence was left in code. */
class PseudoChatTest {

    @TempDir
    private Path folder;

    private PseudoWindow pseudo;
    private TestWindow window;
    private FakeChat chat;

    @BeforeEach
    void opensAWindow() throws Exception {
        pseudo = new PseudoWindow(folder, data());
        window = pseudo.window;
        chat = window.client.chat;
        chat.people.addAll(List.of(EVE, IVO));
    }

    @AfterEach
    void closesIt() throws Exception {
        pseudo.close();
    }

    @Test
    void listOfChats() {
        chat.tell(new Progress(false, false, 0, 0));
        window.tell(States.signedIn(null));
        pseudo.look("#conversation-skeleton");
        tell(List.of(), List.of());
        pseudo.look("#conversation-empty");
        ConversationSettings muted = new ConversationSettings(true, false, States.NOW.plus(Duration.ofDays(36_000)));
        tell(
                List.of(
                        AConversation.withBob()
                                .lines(ALine.mine(1, "Привет")
                                        .status(DeliveryStatus.READ)
                                        .build())
                                .settings(muted)
                                .build(),
                        PseudoChats.chat(
                                "1", ALine.bobs(1, "Привет").at(States.NOW).build()),
                        PseudoChats.chat(
                                "2", ALine.bobs(1, "").body(new Body.Deleted()).build()),
                        PseudoChats.chat(
                                "3", ALine.mine(1, "").body(new Body.Deleted()).build()),
                        PseudoChats.chat("4", file(1, "отчёт.pdf", null)),
                        PseudoChats.chat("5", file(1, "фото.jpg", new Body.Preview(1, 1, PseudoChats.PICTURE))),
                        group("6")
                                .lines(ALine.mine(1, "Привет").build())
                                .unread(1)
                                .build(),
                        group("7").typing(EVE.name()).build(),
                        group("8").typing(EVE.name(), IVO.name()).build(),
                        AConversation.with("c-9", EVE).typing(EVE.name()).build(),
                        AConversation.with("c-10", EVE).draft("Привет").build(),
                        AConversation.with("c-11", IVO)
                                .settings(new ConversationSettings(false, true, null))
                                .build()),
                List.of(
                        new GroupInvitation("g-1", new Group(PseudoChats.LAKE, null), EVE, 1, States.NOW),
                        new GroupInvitation("g-2", new Group(PseudoChats.LAKE, null), IVO, 5, States.NOW)));
        pseudo.look();
        chat.tell(new Progress(false, true, 1, 2000));
        pseudo.look("#catching-up");
        window.robot.rightClickOn(window.node(".conversation-cell:filled .row-time"));
        TestWindow.until(() -> TestWindow.onFx(() -> PseudoWindow.menu("context-menu") != null));
        pseudo.look();
        window.robot.type(KeyCode.ESCAPE);
        window.click("#conversation-list .archive-row");
        pseudo.look("#archive-back");
        window.click("#archive-back");
        pseudo.type("#conversation-search", "ничего 🦄");
        pseudo.look("#conversation-empty");
        chat.hits.add(new coderbased.client.chat.Chat.Hit(
                "c-bob", ALine.bobs(1, "Привет").build()));
        chat.hits.add(new coderbased.client.chat.Chat.Hit(
                "g-6", ALine.mine(1, "Привет").build()));
        pseudo.type("#conversation-search", "Привет");
        pseudo.look(".found-row");
        pseudo.type("#conversation-search", "Ева");
    }

    @Test
    void thread() {
        chat.tell(AConversation.withBob().loading().build());
        window.tell(States.signedIn(null));
        pseudo.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        pseudo.look("#composer");
        chat.tell(AConversation.withBob().typing("Bob").build());
        pseudo.look();
        chat.tell(FakeChat.BOB, new Presence(true, null));
        pseudo.look();
        for (int days : new int[] {0, 1, 3, 40}) {
            chat.tell(FakeChat.BOB, new Presence(false, States.NOW.minus(Duration.ofDays(days))));
            pseudo.look();
        }
        List<MessageView> lines = lines();
        for (int from = 0; from < lines.size(); from += 4) {
            chat.tell(AConversation.withBob()
                    .lines(lines.subList(from, Math.min(lines.size(), from + 4)).toArray(MessageView[]::new))
                    .unread(from == 0 ? 2 : 0)
                    .build());
            pseudo.look();
        }
        for (GroupEventKind kind : GroupEventKind.values()) {
            chat.tell(AConversation.withBob()
                    .lines(
                            ALine.groupEvent(1, kind, PseudoChats.LAKE, "a-bob").build(),
                            ALine.groupEvent(2, kind, PseudoChats.LAKE, "a-ada").build(),
                            ALine.groupEvent(3, kind, PseudoChats.LAKE, "a-ada", "a-bob", "a-unknown")
                                    .build())
                    .build());
            pseudo.look();
        }
    }

    @Test
    void menusAndSheetsOfMessages() {
        chat.tell(
                AConversation.withBob()
                        .lines(
                                ALine.bobs(1, "https://example.org/").build(),
                                file(2, "отчёт.zip", null),
                                ALine.mine(3, "Привет").build(),
                                ALine.mine(4, "Привет").refused("Нет").build())
                        .build(),
                group("6").build());
        window.tell(States.signedIn(null));
        pseudo.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        pseudo.look("#composer");
        for (int row = 1; row <= 4; row++) {
            openMenu(row);
            pseudo.look();
            window.robot.type(KeyCode.ESCAPE);
            TestWindow.until(() -> TestWindow.onFx(() -> PseudoWindow.menu("message-menu") == null));
        }
        choose("menu-forward", "#forward-search");
        choose("menu-info", "#message-info");
        choose("menu-reply", "#composer-mode");
        choose("menu-edit", "#composer-mode");
        choose("menu-delete", "#undo-delete");
        window.click("#emoji");
        pseudo.look("#emoji-search");
        pseudo.type("#emoji-search", "ничего");
        window.robot.type(KeyCode.ESCAPE);
        TextArea composer = (TextArea) window.node("#composer");
        for (int over : new int[] {-10, 2, 4000}) {
            TestWindow.onFx(() -> {
                composer.setText("ж".repeat((Protocol.MAX_TEXT_BYTES + over) / 2));
                return true;
            });
            pseudo.look();
        }
        chat.tell(new ChatState(
                FakeChat.ADA, List.of(AConversation.withBob().build()), Map.of(), FakeChat.CAUGHT_UP, true));
        pseudo.look();
    }

    @Test
    void sheetsOfPeople() {
        chat.tell(
                AConversation.withBob().build(),
                group("6").admin().person(EVE, true, 0, 0).invited(IVO).build());
        window.tell(States.signedIn(null));
        pseudo.sheet("#new-chat-sheet", () -> pseudo.type("#people-search", "никто 🦄"), KeyCode.CONTROL, KeyCode.N);
        pseudo.sheet("#new-group-sheet", this::makeGroup, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        pseudo.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        pseudo.look("#composer");
        pseudo.sheet("#person-sheet", () -> {}, KeyCode.CONTROL, KeyCode.I);
        pseudo.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        pseudo.look("#toast-action");
        pseudo.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        TestWindow.until(() -> PseudoChats.LAKE.equals(window.text("#thread-title")));
        pseudo.sheet("#group-sheet", this::changeGroup, KeyCode.CONTROL, KeyCode.I);
    }

    private void makeGroup() {
        window.click("#people-list .conversation-cell:filled .row");
        pseudo.type("#group-name", "\u202E");
        pseudo.fire("#group-create");
        pseudo.look("#sheet-problem");
    }

    private void changeGroup() {
        for (int member = 0; member < 3; member++) {
            Node more = List.copyOf(window.scene().getRoot().lookupAll("#member-more"))
                    .get(member);
            TestWindow.onFx(() -> {
                ((Button) more).fire();
                return true;
            });
            TestWindow.until(() -> TestWindow.onFx(() -> PseudoWindow.menu("context-menu") != null));
            pseudo.look("#group-sheet");
            window.robot.type(KeyCode.ESCAPE);
            TestWindow.until(() -> TestWindow.onFx(() -> PseudoWindow.menu("context-menu") == null));
        }
        pseudo.fire("#group-leave");
        pseudo.look("#sheet-question-yes");
        pseudo.fire("#sheet-question-no");
        pseudo.fire("#group-add");
        pseudo.look("#add-people-sheet");
        pseudo.fire("#group-add-back");
    }

    private void tell(List<ConversationView> conversations, List<GroupInvitation> invitations) {
        chat.tell(new ChatState(FakeChat.ADA, conversations, Map.of(), FakeChat.CAUGHT_UP, false, invitations));
    }

    private void openMenu(int row) {
        ListView<?> list = (ListView<?>) window.node("#message-list");
        TestWindow.onFx(() -> {
            list.requestFocus();
            list.getSelectionModel().select(row);
            return true;
        });
        window.robot.type(KeyCode.ENTER);
        TestWindow.until(() -> TestWindow.onFx(() -> PseudoWindow.menu("message-menu") != null));
    }

    /** Chooses an action for Ada's message, looks at what it opens, and goes back. */
    private void choose(String item, String opened) {
        openMenu(3);
        TestWindow.onFx(() -> {
            ContextMenu menu = PseudoWindow.menu("message-menu");
            menu.getItems().stream()
                    .filter(each -> item.equals(each.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
            return true;
        });
        pseudo.look(opened);
        window.robot.type(KeyCode.ESCAPE);
        TestWindow.until(() -> opened.equals("#undo-delete") || !window.sees(opened));
    }
}
