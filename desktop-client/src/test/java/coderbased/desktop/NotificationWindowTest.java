package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.fx.FakeChat;
import coderbased.fx.FxThread;
import coderbased.fx.Layouts;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Test of one real notification in its own window. */
class NotificationWindowTest {

    private final FakeWebClient client = new FakeWebClient();
    private Stage stage;
    private SignedInViewModel signedIn;

    @Test
    void clickOnANotificationOpensItsChat() throws Exception {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new StackPane(), 300, 200));
            stage.show();
            client.tell(States.signedIn(null));
            signedIn = new SignedInViewModel(client, FxThread.executor(), States.CLOCK);
            new NotificationWindow(stage, new Theme(ThemeChoice.LIGHT), () -> false).follow(signedIn);
        });
        client.chat.tell(FakeChat.withBob(1, false, FakeChat.bobs(1, "Hi Ada")));
        Node card = TestWindow.until(() -> TestWindow.onFx(NotificationWindowTest::card));
        assertEquals("Bob: Hi Ada", TestWindow.onFx(card::getAccessibleText));
        Layouts.pass(card.getScene());
        new FxRobot().clickOn(card);
        TestWindow.until(() -> TestWindow.onFx(() -> card() == null));
        assertEquals(
                "c-bob",
                TestWindow.onFx(() -> signedIn.chat().thread().conversationId().get()));
        FxToolkit.setupFixture(() -> {
            signedIn.close();
            stage.close();
        });
    }

    private static Node card() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Popup && window.isShowing())
                .map(window -> window.getScene().lookup("#notification"))
                .filter(node -> node != null)
                .findFirst()
                .orElse(null);
    }
}
