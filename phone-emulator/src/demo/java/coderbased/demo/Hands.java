package coderbased.demo;

import coderbased.fx.ThemeChoice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;

/**
 * A person's hands and eyes on one window: presses, types, reads, and takes pictures. Waits for what it wants to touch.
 *
 * <p>Use from any thread but JavaFX's.
 */
final class Hands {

    private static final int TIMEOUT_SECONDS = 60;
    private static final double SMALL_WIDTH = 440;
    private static final double SMALL_HEIGHT = 620;
    private static final double FAR_BACK = 1_500;

    private final Stage stage;
    private final ObjectProperty<ThemeChoice> look;
    private final Path pictures;
    private final FxRobot robot = new FxRobot();

    /**
     * @param look the window's theme
     * @param pictures the folder for {@link #picture}
     */
    Hands(Stage stage, ObjectProperty<ThemeChoice> look, Path pictures) {
        this.stage = stage;
        this.look = look;
        this.pictures = pictures;
    }

    /** Waits until there is such a node on the screen and a press would count, then presses it. */
    void press(String id) throws Exception {
        Story.until(id + " can be pressed", TIMEOUT_SECONDS, () -> sees(id) && !onFx(() -> node(id).isDisabled()));
        comeToTheFront();
        robot.clickOn(onFx(() -> node(id)));
    }

    /** Presses a key where the cursor is, while others are held down. */
    void key(KeyCode code, KeyCode... held) throws Exception {
        comeToTheFront();
        List<KeyCode> down = List.of(held);
        boolean control = down.contains(KeyCode.CONTROL);
        boolean shift = down.contains(KeyCode.SHIFT);
        for (EventType<KeyEvent> what : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            fire(new KeyEvent(what, KeyEvent.CHAR_UNDEFINED, code.getName(), code, shift, control, false, false));
        }
    }

    /** Types where the cursor is. */
    void write(String text) throws Exception {
        comeToTheFront();
        type(text);
    }

    /** Presses until the press counts and the node is gone: a screen takes no press before it could have been read. */
    void pressAway(String id) throws Exception {
        press(id);
        Story.until(id + " took the press", TIMEOUT_SECONDS, () -> {
            Node still = onFx(() -> node(id));
            if (still != null) {
                robot.clickOn(still);
            }
            return !sees(id);
        });
    }

    /** Puts {@code text} into a field in place of what was there. */
    void fill(String id, String text) throws Exception {
        press(id);
        onFx(() -> {
            ((TextInputControl) node(id)).clear();
            return true;
        });
        type(text);
    }

    private void type(String text) throws Exception {
        for (String character : text.split("")) {
            fire(new KeyEvent(
                    KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
        }
    }

    private void fire(KeyEvent event) throws Exception {
        onFx(() -> {
            Event.fireEvent(stage.getScene().getFocusOwner(), event);
            return true;
        });
    }

    /** Waits until the cursor is in a field. */
    void awaitCursorIn(String id) throws Exception {
        Story.until("the cursor is in " + id, TIMEOUT_SECONDS, () -> onFx(() -> node(id) instanceof Node field
                && field.isFocused()));
    }

    /** Puts a file where a paste takes it from. */
    static void copy(Path file) throws Exception {
        onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.FILES, List.of(file.toFile()))));
    }

    /** Waits until the node is on the screen. */
    void await(String id) throws Exception {
        Story.until(id + " is on the screen", TIMEOUT_SECONDS, () -> sees(id));
    }

    /** Waits until a picture is seen in the node. */
    void awaitImageIn(String id) throws Exception {
        Story.until(
                "a picture is seen in " + id,
                TIMEOUT_SECONDS,
                () -> onFx(() -> node(id) instanceof Node pane
                        && pane.lookupAll(".image-view").stream()
                                .anyMatch(view -> ((ImageView) view).getImage() != null)));
    }

    /** Waits until the text is somewhere on the screen. */
    void awaitText(String text) throws Exception {
        Story.until("\"" + text + "\" is on the screen", TIMEOUT_SECONDS, () -> onFx(() -> reads(text)));
    }

    /** True if the node is on the screen. */
    boolean sees(String id) throws Exception {
        return onFx(() -> {
            Node node = node(id);
            return node != null && isShown(node);
        });
    }

    /** Leaves a PNG of the window, and one of how it looks in the dark. */
    void picture(String name) throws Exception {
        write(name, onFx(this::snapshot));
        write(name + "-dark", onFx(() -> {
            ThemeChoice was = look.get();
            look.set(ThemeChoice.DARK);
            try {
                return snapshot();
            } finally {
                look.set(was);
            }
        }));
    }

    /** Takes a picture of the window at its minimum size. */
    void smallPicture(String name) throws Exception {
        double width = stage.getWidth();
        double height = stage.getHeight();
        onFx(() -> sized(SMALL_WIDTH, SMALL_HEIGHT));
        Story.until(
                "the window is small", TIMEOUT_SECONDS, () -> onFx(() -> stage.getScene().getWidth() <= SMALL_WIDTH));
        picture(name);
        onFx(() -> sized(width, height));
    }

    private boolean sized(double width, double height) {
        stage.setWidth(width);
        stage.setHeight(height);
        return true;
    }

    /** Turns the wheel over a list, some screenfuls back. */
    void scrollBack(String id) throws Exception {
        onFx(() -> {
            Event.fireEvent(
                    node(id + " .virtual-flow"),
                    new ScrollEvent(
                            ScrollEvent.SCROLL, 0, 0, 0, 0, false, false, false, false, false, false, 0, FAR_BACK, 0,
                            FAR_BACK, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                            ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            return true;
        });
    }

    /** Shows only this window: on the small headless screen a window that covers another one takes its clicks. */
    private void comeToTheFront() throws Exception {
        onFx(() -> {
            for (Window other : Window.getWindows()) {
                if (other instanceof Stage beside && beside != stage) {
                    beside.setX(Screen.getPrimary().getBounds().getMaxX());
                }
            }
            stage.setX(0);
            stage.toFront();
            stage.requestFocus();
            return true;
        });
    }

    private BufferedImage snapshot() {
        return SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null);
    }

    private void write(String name, BufferedImage image) throws IOException {
        Files.createDirectories(pictures);
        Path file = pictures.resolve(name + ".png");
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no PNG could be written to " + file);
        }
    }

    /** Runs on the JavaFX thread and waits for the answer. */
    static <T> T onFx(Callable<T> question) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception | Error e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private Node node(String id) {
        return stage.getScene().getRoot().lookupAll(id).stream()
                .filter(Hands::isShown)
                .findFirst()
                .orElse(null);
    }

    private boolean reads(String text) {
        return stage.getScene().getRoot().lookupAll("*").stream()
                .filter(Hands::isShown)
                .anyMatch(node -> textOf(node).contains(text));
    }

    private static String textOf(Node node) {
        String text =
                switch (node) {
                    case Text drawn -> drawn.getText();
                    case Labeled labeled -> labeled.getText();
                    case TextInputControl input -> input.getText();
                    default -> null;
                };
        return text == null ? "" : text;
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && node.getLayoutBounds().getWidth() > 0;
    }
}
