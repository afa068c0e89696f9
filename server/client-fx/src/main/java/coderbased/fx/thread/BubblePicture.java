package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.FxPictures;
import coderbased.fx.Icons;
import coderbased.fx.Pictures;
import coderbased.fx.thread.ThreadRow.Bubble;
import coderbased.fx.thread.ThreadRow.File;
import coderbased.fx.thread.ThreadRow.Preview;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A picture in its own proportions: a blurred preview first, the whole picture once it is loaded. A press opens it. */
final class BubblePicture extends StackPane {

    private static final double MAX_WIDTH = 300;
    private static final double MAX_HEIGHT = 320;
    private static final double MIN_SIDE = 110;
    private static final double CORNER = 14;
    private static final double PIXEL_DENSITY = 2;

    private final ImageView view = new ImageView();
    private final DoubleBinding width;
    private final DoubleBinding height;

    /** @param room largest width in pixels; the picture follows it, so that a drawn row has the height of a new one */
    BubblePicture(Bubble bubble, File file, Preview preview, ObservableDoubleValue room, BubbleCommands commands) {
        getStyleClass().add("bubble-picture");
        width = Bindings.createDoubleBinding(
                () -> Math.clamp(
                        preview.width() * scale(preview, room.get()), MIN_SIDE, Math.min(MAX_WIDTH, room.get())),
                room);
        height = Bindings.createDoubleBinding(
                () -> Math.clamp(preview.height() * scale(preview, room.get()), MIN_SIDE, MAX_HEIGHT), room);
        minWidthProperty().bind(width);
        maxWidthProperty().bind(width);
        minHeightProperty().bind(height);
        maxHeightProperty().bind(height);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(width);
        clip.heightProperty().bind(height);
        clip.setArcWidth(CORNER);
        clip.setArcHeight(CORNER);
        setClip(clip);
        view.fitWidthProperty().bind(width);
        view.fitHeightProperty().bind(height);
        view.viewportProperty().bind(Bindings.createObjectBinding(this::seen, view.imageProperty(), width, height));
        show(Pictures.preview(preview.jpeg()));
        getChildren().addAll(view, press(bubble, file, commands));
        if (file.moving() != null) {
            getChildren().add(ring(bubble, file, commands));
        } else if (file.here() != null) {
            FxPictures.load(file.here(), width.get() * PIXEL_DENSITY, height.get() * PIXEL_DENSITY, this::show);
        } else {
            commands.want(bubble);
        }
        if (file.caption().isBlank()) {
            BubbleFoot foot = new BubbleFoot(bubble.foot());
            foot.getStyleClass().add("on-picture");
            setAlignment(foot, Pos.BOTTOM_RIGHT);
            getChildren().add(foot);
        }
    }

    private static double scale(Preview preview, double room) {
        double fitting = Math.min(
                Math.min(MAX_WIDTH, room) / Math.max(1, preview.width()), MAX_HEIGHT / Math.max(1, preview.height()));
        return Math.min(1, fitting);
    }

    private void show(@Nullable Image image) {
        if (image != null && image.getWidth() > 0) {
            view.setImage(image);
        }
    }

    /** Returns the part of the picture that fills the frame: clipped at the edges and not distorted. */
    private @Nullable Rectangle2D seen() {
        Image image = view.getImage();
        if (image == null) {
            return null;
        }
        double scale = Math.max(width.get() / image.getWidth(), height.get() / image.getHeight());
        double seenWidth = width.get() / scale;
        double seenHeight = height.get() / scale;
        return new Rectangle2D(
                (image.getWidth() - seenWidth) / 2, (image.getHeight() - seenHeight) / 2, seenWidth, seenHeight);
    }

    private static Button press(Bubble bubble, File file, BubbleCommands commands) {
        Button press = new Button();
        press.getStyleClass().setAll("picture-press");
        press.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        press.setAccessibleText(MESSAGES.text("file.openPicture", "name", file.name()));
        press.setOnAction(e -> commands.open(bubble, file));
        return press;
    }

    private static Button ring(Bubble bubble, File file, BubbleCommands commands) {
        Button cancel = Icons.button("file-cancel", "mdi2c-close", MESSAGES.text("file.cancel", "name", file.name()));
        if (file.moving() != null) {
            cancel.setGraphic(new ProgressRing(file.moving().share()));
        }
        cancel.getStyleClass().add("picture-cancel");
        cancel.setOnAction(e -> commands.cancel(bubble));
        return cancel;
    }
}
