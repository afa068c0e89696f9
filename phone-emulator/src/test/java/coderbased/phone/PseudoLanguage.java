package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.fx.CutOff;
import coderbased.fx.EmojiBoxes;
import coderbased.fx.PlainTexts;
import coderbased.i18n.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The pseudo-language for the time of a test, and a look at all windows for sentences left in code or cut off. */
final class PseudoLanguage implements BeforeEachCallback, AfterEachCallback {

    private static final double SMALL_WIDTH = 340;
    private static final double SMALL_HEIGHT = 560;

    private final PlainTexts texts = new PlainTexts(Stream.of(
            "Ada",
            "ada",
            "Bob",
            "bob",
            "Office PC",
            "Kiosk",
            "Library",
            "Coderbased Desktop 0.1.0",
            "Linux",
            "Are you at the office?",
            "Just arrived.",
            "Then I bring coffee.",
            "http"));

    @Override
    public void beforeEach(ExtensionContext test) {
        Messages.use(Messages.PSEUDO);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Messages.use(Locale.ENGLISH);
    }

    /** Fails if a text is neither from a bundle nor data of a test, or a small window cuts something off. */
    void look(Screen<PlayedPhone> screen) {
        screen.settle();
        assertEquals(Set.of(), screen.onFx(() -> {
            Window.getWindows().forEach(window -> window.getScene().snapshot(null)); // makes cells and skins
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window instanceof Stage) {
                    assertEquals(Set.of(), CutOff.at(window.getScene(), SMALL_WIDTH, SMALL_HEIGHT));
                }
            }
            assertEquals(Set.of(), EmojiBoxes.shown());
            return texts.look();
        }));
    }
}
