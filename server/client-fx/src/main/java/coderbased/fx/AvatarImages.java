package coderbased.fx;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;

/**
 * Cache of round pictures: loaded small and in the background, the least recently used one dropped first. Used on the
 * JavaFX thread.
 */
final class AvatarImages {

    /** Twice the largest avatar, for dense displays. */
    private static final double SIZE_PIXELS = 192;

    private static final int MAX_KEPT = 128;

    private static final Map<Path, ObjectProperty<Image>> IMAGES = new LinkedHashMap<>(MAX_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, ObjectProperty<Image>> eldest) {
            return size() > MAX_KEPT;
        }
    };

    private AvatarImages() {}

    /** Loads a picture; {@code whenThere} is not called if the file cannot be read. */
    static void load(Path file, Consumer<Image> whenThere) {
        IMAGES.computeIfAbsent(file, AvatarImages::loading).subscribe(image -> {
            if (image != null) {
                whenThere.accept(image);
            }
        });
    }

    private static ObjectProperty<Image> loading(Path file) {
        ObjectProperty<Image> image = new SimpleObjectProperty<>();
        FxPictures.load(file, SIZE_PIXELS, SIZE_PIXELS, image::set);
        return image;
    }
}
