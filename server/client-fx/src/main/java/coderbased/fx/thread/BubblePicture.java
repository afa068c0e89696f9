package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.FxPictures;
import coderbased.fx.Icons;
import coderbased.fx.Pictures;
import coderbased.fx.thread.ThreadRow.Bubble;
import coderbased.fx.thread.ThreadRow.File;
import coderbased.fx.thread.ThreadRow.Preview;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** A picture in its own proportions: a blurred preview first, the whole picture once it is loaded. A press opens it. */
final class BubblePicture extends StackPane {

    private static final double MAX_WIDTH = 300;
    private static final double MAX_HEIGHT = 320;
    private static final double MIN_SIDE = 110;
    private static final double CORNER = 14;
    private static final double PIXEL_DENSITY = 2;

    private final ImageView view = new ImageView();
    private final double width;
    private final double height;

    /** @param room largest width in pixels */
    BubblePicture(Bubble bubble, File file, Preview preview, double room, BubbleCommands commands) {
        getStyleClass().add("bubble-picture");
        double scale = Math.min(
                Math.min(MAX_WIDTH, room) / Math.max(1, preview.width()), MAX_HEIGHT / Math.max(1, preview.height()));
        width = Math.clamp(preview.width() * Math.min(1, scale), MIN_SIDE, Math.min(MAX_WIDTH, room));
        height = Math.clamp(preview.height() * Math.min(1, scale), MIN_SIDE, MAX_HEIGHT);
        setMinSize(width, height);
        setMaxSize(width, height);
        Rectangle clip = new Rectangle(width, height);
        clip.setArcWidth(CORNER);
        clip.setArcHeight(CORNER);
        setClip(clip);
        view.setFitWidth(width);
        view.setFitHeight(height);
        show(Pictures.preview(preview.jpeg()));
        getChildren().addAll(view, press(bubble, file, commands));
        if (file.moving() != null) {
            getChildren().add(ring(bubble, file, commands));
        } else if (file.here() != null) {
            FxPictures.load(file.here(), width * PIXEL_DENSITY, height * PIXEL_DENSITY, this::show);
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

    /** Fills the frame with the picture, clipped at the edges and not distorted. */
    private void show(@org.jspecify.annotations.Nullable Image image) {
        if (image == null || image.getWidth() <= 0) {
            return;
        }
        double scale = Math.max(width / image.getWidth(), height / image.getHeight());
        double seenWidth = width / scale;
        double seenHeight = height / scale;
        view.setViewport(new Rectangle2D(
                (image.getWidth() - seenWidth) / 2, (image.getHeight() - seenHeight) / 2, seenWidth, seenHeight));
        view.setImage(image);
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
