package coderbased.fx.text;

import java.io.InputStream;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/**
 * Colour pictures of emoji, the same on all systems, because JavaFX draws colour fonts on only one of three. The
 * pictures are on sheets of 16 by 16, each loaded on first use. Used on the JavaFX thread.
 */
public final class EmojiPictures {

    private static final double TEXT_SIZE = 20;
    private static final double DROP = 0.2;
    private static final int CELL_PIXELS = 40;
    private static final int COLUMNS = 16;
    private static final int PER_SHEET = COLUMNS * COLUMNS;
    private static final int SHEETS = 15;

    private static final @Nullable Image[] SHEET = new Image[SHEETS];

    private EmojiPictures() {}

    /** Returns a new picture of an emoji, {@code size} pixels wide and high. */
    public static ImageView view(Emoji emoji, double size) {
        ImageView view = new ImageView(sheet(emoji.number() / PER_SHEET));
        int place = emoji.number() % PER_SHEET;
        int left = place % COLUMNS * CELL_PIXELS;
        int top = place / COLUMNS * CELL_PIXELS;
        view.setViewport(new Rectangle2D(left, top, CELL_PIXELS, CELL_PIXELS));
        view.setFitWidth(size);
        view.setFitHeight(size);
        view.setSmooth(true);
        view.setAccessibleText(emoji.name());
        return view;
    }

    /** Returns a new picture of an emoji for the text of a message. */
    public static ImageView inText(Emoji emoji) {
        return inText(emoji, TEXT_SIZE);
    }

    /** Returns a new picture of an emoji for a text flow, which puts its lower edge on the line of the text. */
    public static ImageView inText(Emoji emoji, double size) {
        ImageView view = view(emoji, size);
        view.setTranslateY(size * DROP);
        return view;
    }

    private static Image sheet(int number) {
        Image sheet = SHEET[number];
        if (sheet == null) {
            InputStream file = EmojiPictures.class.getResourceAsStream("emoji/sheet-" + number + ".png");
            sheet = new Image(Objects.requireNonNull(file, "sheet"));
            SHEET[number] = sheet;
        }
        return sheet;
    }
}
