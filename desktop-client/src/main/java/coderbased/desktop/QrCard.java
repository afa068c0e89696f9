package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A white card with a QR code, as large as the space allows.
 *
 * <p>It is drawn in the display's own pixels, a whole number of them to each module, and laid on whole pixels: nothing
 * is scaled, so nothing blurs on a display with a scale of its own. The corners of the picture are transparent, so the
 * card's round ones show without a clip, which would be costly to draw.
 */
final class QrCard extends Region {

    /** Below this a phone has to come too close. */
    private static final int MIN_MODULE = 6;

    /** Width of the border while it has the focus, as in the style sheet. */
    private static final int BORDER = 2;

    private final ImageView picture = new ImageView();
    private final DoubleProperty outputScale = new SimpleDoubleProperty(this, "outputScale", 1);
    private @Nullable QrCode code;
    private int drawnAt;

    QrCard(String id, ObservableValue<String> text, ObservableValue<String> typedCode) {
        setId(id);
        getStyleClass().add("qr-card");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription(MESSAGES.text("guest.code.role"));
        setAccessibleHelp(MESSAGES.text("guest.code.help"));
        picture.setSmooth(false);
        getChildren().add(picture);
        outputScale.bind(sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::outputScaleXProperty)
                .orElse(1.0));
        outputScale.subscribe(this::requestLayout);
        text.subscribe(this::show);
        typedCode.subscribe(letters ->
                setAccessibleText(MESSAGES.text("guest.code.spoken", "code", String.join(" ", letters.split("")))));
    }

    private void show(String text) {
        code = text.isEmpty() ? null : QrCode.of(text);
        drawnAt = 0;
        picture.setImage(null);
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return leastSide();
    }

    @Override
    protected double computeMinHeight(double width) {
        return leastSide();
    }

    @Override
    protected void layoutChildren() {
        QrCode shown = code;
        if (shown == null) {
            return;
        }
        double scale = outputScale.get();
        int modulePixels = Math.max(1, (int) ((Math.min(getWidth(), getHeight()) - 2 * BORDER) * scale / shown.size()));
        if (modulePixels != drawnAt) {
            picture.setImage(shown.image(modulePixels));
            drawnAt = modulePixels;
        }
        double side = modulePixels * shown.size() / scale;
        picture.setFitWidth(side);
        picture.setFitHeight(side);
        picture.relocate(
                Math.floor((getWidth() - side) / 2 * scale) / scale,
                Math.floor((getHeight() - side) / 2 * scale) / scale);
    }

    /** Returns the smallest side that a phone still reads from an arm's length. */
    double leastSide() {
        return code == null ? 0 : code.size() * MIN_MODULE + 2 * BORDER;
    }

    /** Returns the number of display pixels per layout pixel; follows the window from display to display. */
    DoubleProperty outputScale() {
        return outputScale;
    }
}
