package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.SessionState;
import coderbased.fx.CutOff;
import coderbased.fx.EmojiBoxes;
import coderbased.fx.PlainTexts;
import coderbased.i18n.Messages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/** A desktop window in the pseudo-language, at which a test looks after each step. */
final class PseudoWindow implements AutoCloseable {

    private static final double SMALL_WIDTH = 360;
    private static final double SMALL_HEIGHT = 480;

    final TestWindow window;
    private final PlainTexts texts;

    /** @param data texts that the test puts in */
    PseudoWindow(Path folder, Stream<String> data) throws TimeoutException {
        Messages.use(Messages.PSEUDO);
        texts = new PlainTexts(data);
        window = new TestWindow(folder);
    }

    /** Puts the client into a state, and looks. */
    void show(SessionState state) {
        window.tell(state);
        look();
    }

    /** Waits until a node is shown, and looks. */
    void look(String shown) {
        window.node(shown);
        look();
    }

    /** Fails if a text in any open window was left in code, or the smallest window cuts something off. */
    void look() {
        window.picture(); // makes cells and skins
        assertEquals(Set.of(), TestWindow.onFx(texts::look));
        assertEquals(Set.of(), TestWindow.onFx(EmojiBoxes::shown));
        assertEquals(Set.of(), TestWindow.onFx(() -> CutOff.at(window.scene(), SMALL_WIDTH, SMALL_HEIGHT)));
    }

    /** Puts a text into a field, and looks. */
    void type(String field, String words) {
        TextField node = (TextField) window.node(field);
        TestWindow.onFx(() -> {
            node.setText(words);
            return true;
        });
        look();
    }

    /** Presses keys together. */
    void press(KeyCode... keys) {
        window.robot.press(keys).release(keys);
    }

    /** Presses a button, wherever it is scrolled to. */
    void fire(String button) {
        ButtonBase node = (ButtonBase) window.node(button);
        TestWindow.onFx(() -> {
            node.fire();
            return true;
        });
    }

    /** Opens a sheet by its keys, does something there, and closes it. */
    void sheet(String id, Runnable there, KeyCode... keys) {
        press(keys);
        look(id);
        there.run();
        window.robot.type(KeyCode.ESCAPE);
        TestWindow.until(() -> !window.sees(id));
    }

    /** Returns the open menu with a style class; null if there is none. */
    static ContextMenu menu(String styleClass) {
        return (ContextMenu) Window.getWindows().stream()
                .filter(open -> open instanceof ContextMenu menu
                        && menu.getStyleClass().contains(styleClass)
                        && menu.isShowing())
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws TimeoutException {
        window.close();
        Messages.use(Locale.ENGLISH);
    }
}
