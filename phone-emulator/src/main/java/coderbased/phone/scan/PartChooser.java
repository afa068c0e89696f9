package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.ScreenPart;
import coderbased.fx.Parts;
import coderbased.phone.parts.PhoneIds;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;

/**
 * The rectangle over the picture of the computer's screen that selects the part to scan; the rest is shaded. The mouse
 * draws it; the arrow keys move it, with Shift they change its size; Enter takes it, Escape does not.
 */
final class PartChooser extends Pane {

    private static final ScreenPart FIRST = new ScreenPart(0.25, 0.25, 0.5, 0.5);
    private static final double STEP = 0.02;

    private final PreviewPane preview;
    private final Consumer<ScreenPart> onChosen;
    private final Rectangle frame = new Rectangle();
    private final Path shade = new Path();
    private final Label what = Parts.label(MESSAGES.text("scan.part.text"), "scan-part-words");
    private ScreenPart part = FIRST;
    private double pressedX;
    private double pressedY;

    PartChooser(PreviewPane preview, Consumer<ScreenPart> onChosen) {
        this.preview = preview;
        this.onChosen = onChosen;
        setId(PhoneIds.SCAN_PART_CHOOSER);
        setAccessibleText(MESSAGES.text("scan.part.chooser"));
        frame.setId(PhoneIds.SCAN_PART_FRAME);
        frame.setManaged(false);
        shade.setId(PhoneIds.SCAN_PART_SHADE);
        shade.setManaged(false);
        shade.setFillRule(FillRule.EVEN_ODD);
        getChildren().addAll(shade, frame, what);
        setFocusTraversable(true);
        setVisible(false);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnKeyPressed(this::onKey);
    }

    void open() {
        part = FIRST;
        setVisible(true);
        requestFocus();
        requestLayout();
    }

    void close() {
        setVisible(false);
    }

    private void take() {
        close();
        onChosen.accept(part);
    }

    private void pressed(MouseEvent mouse) {
        requestFocus();
        Bounds picture = preview.picture();
        pressedX = across(picture, mouse);
        pressedY = down(picture, mouse);
        mouse.consume();
    }

    private void dragged(MouseEvent mouse) {
        Bounds picture = preview.picture();
        show(ScreenPart.between(pressedX, pressedY, across(picture, mouse), down(picture, mouse)));
        mouse.consume();
    }

    private void released(MouseEvent mouse) {
        if (!mouse.isStillSincePress()) {
            take();
        }
        mouse.consume();
    }

    private static double across(Bounds picture, MouseEvent mouse) {
        return (mouse.getX() - picture.getMinX()) / picture.getWidth();
    }

    private static double down(Bounds picture, MouseEvent mouse) {
        return (mouse.getY() - picture.getMinY()) / picture.getHeight();
    }

    private void onKey(KeyEvent key) {
        switch (key.getCode()) {
            case LEFT -> change(key, -STEP, 0);
            case RIGHT -> change(key, STEP, 0);
            case UP -> change(key, 0, -STEP);
            case DOWN -> change(key, 0, STEP);
            case ENTER -> take();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void change(KeyEvent key, double right, double down) {
        show(key.isShiftDown() ? part.grown(right, down) : part.moved(right, down));
    }

    private void show(ScreenPart now) {
        part = now;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Bounds picture = preview.picture();
        frame.setX(picture.getMinX() + part.left() * picture.getWidth());
        frame.setY(picture.getMinY() + part.top() * picture.getHeight());
        frame.setWidth(part.width() * picture.getWidth());
        frame.setHeight(part.height() * picture.getHeight());
        shade.getElements().clear();
        shade(0, 0, getWidth(), getHeight());
        shade(frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight());
        what.resizeRelocate(12, 12, getWidth() - 24, what.prefHeight(getWidth() - 24));
    }

    /** Shades everything but the frame, by the even-odd rule. */
    private void shade(double x, double y, double width, double height) {
        shade.getElements()
                .addAll(
                        new MoveTo(x, y),
                        new HLineTo(x + width),
                        new VLineTo(y + height),
                        new HLineTo(x),
                        new ClosePath());
    }
}
