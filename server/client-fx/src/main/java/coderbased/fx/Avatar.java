package coderbased.fx;

import coderbased.fx.text.Emoji;
import coderbased.fx.text.EmojiPictures;
import coderbased.fx.text.EmojiSet;
import coderbased.fx.text.EmojiWords;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/**
 * Round picture of a person or a group; without a picture, the first letter or emoji on one of eight
 * colours, always the same one.
 */
public final class Avatar extends StackPane {

    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private final Label letter = new Label();
    private final ImageView picture = new ImageView();
    private @Nullable Path shown;

    public Avatar() {
        getStyleClass().add("avatar");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        picture.fitWidthProperty().bind(widthProperty());
        picture.fitHeightProperty().bind(heightProperty());
        Circle round = new Circle();
        round.centerXProperty().bind(widthProperty().divide(2));
        round.centerYProperty().bind(heightProperty().divide(2));
        round.radiusProperty()
                .bind(Bindings.min(widthProperty(), heightProperty()).divide(2));
        picture.setClip(round);
        getChildren().addAll(letter, picture);
    }

    public Avatar(Face face) {
        this();
        show(face);
    }

    /** Shows the picture of a face, or its letter if it has none. */
    public void show(Face face) {
        showLetter(face.name());
        colour(face.colourStyle());
        Path wanted = face.picture();
        if (wanted == null || !wanted.equals(shown)) {
            shown = wanted;
            picture.setImage(null);
            if (wanted != null) {
                AvatarImages.load(wanted, image -> draw(wanted, image));
            }
        }
    }

    /** Skips the style change when the same face is shown again. */
    private void colour(String styleClass) {
        if (!getStyleClass().contains(styleClass)) {
            getStyleClass().removeIf(c -> c.startsWith("avatar-"));
            getStyleClass().add(styleClass);
        }
    }

    private void draw(Path wanted, Image image) {
        if (wanted.equals(shown)) {
            double side = Math.min(image.getWidth(), image.getHeight());
            picture.setViewport(
                    new Rectangle2D((image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side));
            picture.setImage(image);
        }
    }

    /** Shows the first character of a name as people see it, an emoji as a picture. */
    private void showLetter(String name) {
        String first = CHARACTER
                .matcher(name)
                .results()
                .findFirst()
                .map(MatchResult::group)
                .orElse("");
        Emoji emoji = EmojiWords.mayHoldEmoji(first) ? EmojiSet.all().of(first) : null;
        letter.setText(emoji == null ? first.toUpperCase(Locale.ROOT) : "");
        letter.setGraphic(emoji == null ? null : emojiPicture(emoji));
    }

    private ImageView emojiPicture(Emoji emoji) {
        ImageView view = EmojiPictures.view(emoji, 0);
        view.fitWidthProperty().bind(widthProperty().divide(2));
        view.fitHeightProperty().bind(heightProperty().divide(2));
        return view;
    }
}
