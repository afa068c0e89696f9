package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.Preview;
import coderbased.phone.parts.PhoneIds;
import coderbased.qr.Outline;
import coderbased.qr.picture.Corner;
import java.nio.IntBuffer;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/**
 * The camera's picture with the outline of the code that was found in it. Both move without a layout of the rest of the
 * window, which would otherwise happen thirty times a second.
 */
final class PreviewPane extends Region {

    private static final PseudoClass OURS = PseudoClass.getPseudoClass("ours");

    private static final double PART = 64;
    private static final double MARGIN = 6;

    private final ImageView picture = new ImageView();
    private final Polygon outline = new Polygon();
    private PixelBuffer<IntBuffer> pixels = pixels(1, 1);
    private Image image = new WritableImage(pixels);
    private ScanFinding finding = ScanFinding.NONE;
    private boolean mirrored;
    private boolean filling;

    PreviewPane() {
        setId(PhoneIds.SCAN_PREVIEW);
        setAccessibleText(MESSAGES.text("scan.preview"));
        picture.setSmooth(true);
        outline.setId(PhoneIds.SCAN_OUTLINE);
        outline.setVisible(false);
        picture.setManaged(false);
        outline.setManaged(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().addAll(picture, outline);
    }

    void show(Preview preview) {
        if (preview.width() == 0) {
            picture.setImage(null);
            return;
        }
        if (pixels.getWidth() != preview.width() || pixels.getHeight() != preview.height()) {
            pixels = pixels(preview.width(), preview.height());
            image = new WritableImage(pixels);
            requestLayout();
        }
        pixels.updateBuffer(shown -> {
            shown.getBuffer().put(0, preview.argb(), 0, preview.width() * preview.height());
            return null; // all of it is new
        });
        picture.setImage(image);
    }

    /** Returns pixels in the order that every renderer takes without conversion. */
    private static PixelBuffer<IntBuffer> pixels(int width, int height) {
        return new PixelBuffer<>(
                width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
    }

    void show(ScanFinding found) {
        finding = found;
        outline.pseudoClassStateChanged(OURS, found.ours());
        placeOutline();
    }

    /** True if left and right are swapped. */
    void setMirrored(boolean mirrored) {
        this.mirrored = mirrored;
        picture.setScaleX(mirrored ? -1 : 1);
        requestLayout();
    }

    /** True if the picture fills the pane and is cropped; false if it is shown whole. */
    void setFilling(boolean filling) {
        this.filling = filling;
        requestLayout();
    }

    /** Returns the bounds of the whole picture in this pane, cropped parts included. */
    Bounds picture() {
        double scale = scale(image.getWidth(), image.getHeight());
        double width = image.getWidth() * scale;
        double height = image.getHeight() * scale;
        return new BoundingBox((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
    }

    @Override
    protected void layoutChildren() {
        Bounds place = picture();
        picture.setFitWidth(place.getWidth());
        picture.setFitHeight(place.getHeight());
        picture.relocate(place.getMinX(), place.getMinY());
        placeOutline();
    }

    private void placeOutline() {
        Outline corners = finding.outline();
        outline.setVisible(corners != null);
        if (corners != null) {
            place(corners);
        }
    }

    private void place(Outline corners) {
        outline.getPoints().clear();
        for (double corner : place(corners, finding.width(), finding.height())) {
            outline.getPoints().add(corner);
        }
    }

    /** Returns the corners of an outline as they lie in this pane: x and y of each. */
    double[] place(Outline corners, int width, int height) {
        double scale = scale(width, height);
        double left = (getWidth() - width * scale) / 2;
        double top = (getHeight() - height * scale) / 2;
        double[] places = new double[8];
        int at = 0;
        for (Corner corner : corners.corners()) {
            double x = mirrored ? width - corner.x() : corner.x();
            places[at++] = left + x * scale;
            places[at++] = top + corner.y() * scale;
        }
        return places;
    }

    /** Returns a small picture of the part in which an outline lies. */
    ImageView part(Outline corners, int width, int height) {
        double scale = image.getWidth() / width;
        double[] x = corners.corners().stream()
                .mapToDouble(corner -> corner.x() * scale)
                .sorted()
                .toArray();
        double[] y = corners.corners().stream()
                .mapToDouble(corner -> corner.y() * scale)
                .sorted()
                .toArray();
        ImageView part = new ImageView(image);
        part.setViewport(new Rectangle2D(
                Math.max(0, x[0] - MARGIN),
                Math.max(0, y[0] - MARGIN),
                x[3] - x[0] + 2 * MARGIN,
                y[3] - y[0] + 2 * MARGIN));
        part.setPreserveRatio(true);
        part.setFitWidth(PART);
        part.setFitHeight(PART);
        return part;
    }

    private double scale(double width, double height) {
        double across = getWidth() / width;
        double down = getHeight() / height;
        return filling ? Math.max(across, down) : Math.min(across, down);
    }
}
