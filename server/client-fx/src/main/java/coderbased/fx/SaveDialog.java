package coderbased.fx;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for a place to save a file; begins in the folder for downloads. Use on the JavaFX thread. */
public final class SaveDialog {

    /** The line in which Linux desktops keep the folder's name in the person's language. */
    private static final Pattern NAMED = Pattern.compile("\\s*XDG_DOWNLOAD_DIR=\"(\\$HOME/)?([^\"]*)\"\\s*");

    private SaveDialog() {}

    /** Returns the chosen file; null if the person closed the dialog. */
    public static @Nullable Path show(Window owner, String title, String name, ExtensionFilter... kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().setAll(kinds);
        Path begin = downloads(Path.of(System.getProperty("user.home")));
        chooser.setInitialDirectory(Files.isDirectory(begin) ? begin.toFile() : null);
        File file = chooser.showSaveDialog(owner);
        return file == null ? null : file.toPath();
    }

    /** Returns the folder for downloads of the person with that home; the home itself if there is none. */
    static Path downloads(Path home) {
        Path folder = home.resolve(named(home)).normalize();
        return Files.isDirectory(folder) ? folder : home;
    }

    private static String named(Path home) {
        try {
            List<String> lines = Files.readAllLines(home.resolve(".config/user-dirs.dirs"));
            for (String line : lines) {
                Matcher named = NAMED.matcher(line);
                if (named.matches()) {
                    return home.resolve(named.group(2)).toString();
                }
            }
        } catch (IOException | InvalidPathException _) {
            return "Downloads";
        }
        return "Downloads";
    }
}
