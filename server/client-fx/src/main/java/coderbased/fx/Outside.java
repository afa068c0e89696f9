package coderbased.fx;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * Hands links and files to the system's own programs, without the window waiting for them.
 *
 * <p>Files are kept under the hash of their bytes; the system chooses a program by the end of a name, so what it opens is a
 * copy that has one.
 */
public final class Outside {

    private final Errand errand = Errand.away(FxThread.executor());
    private final Consumer<String> failed;

    /** @param failed hears on the JavaFX thread why something did not work, in a sentence for the person */
    public Outside(Consumer<String> failed) {
        this.failed = failed;
    }

    /** Opens a web page. */
    public void browse(URI target) {
        run(() -> desktop(Desktop.Action.BROWSE).browse(target));
    }

    /** Opens a file by the name it was sent with. */
    public void open(Path bytes, String name) {
        run(() -> {
            Path named = named(Files.createTempDirectory("coderbased-chat"), name);
            Files.copy(bytes, named);
            named.toFile().deleteOnExit();
            desktop(Desktop.Action.OPEN).open(named.toFile());
        });
    }

    /** Keeps a file where the person wants it, and says where that is. */
    public void save(Path bytes, Path target, Runnable saved) {
        errand.run(
                () -> Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING),
                path -> saved.run(),
                why -> failed.accept("The file could not be saved there. Choose another folder."));
    }

    /** Shows where a file lies. */
    public void showInFolder(Path file) {
        run(() -> {
            boolean points =
                    Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE_FILE_DIR);
            Path folder = file.toAbsolutePath().getParent();
            if (points || folder == null) {
                desktop(Desktop.Action.BROWSE_FILE_DIR).browseFileDirectory(file.toFile());
            } else {
                desktop(Desktop.Action.OPEN).open(folder.toFile());
            }
        });
    }

    /** Returns where to put a file of that name; where the system's characters cannot spell it, one with the same ending. */
    public static Path named(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException _) {
            String ending = name.substring(Math.max(name.lastIndexOf('.'), 0)).replaceAll("[^.A-Za-z0-9]", "");
            return folder.resolve("file" + ending);
        }
    }

    private void run(Work work) {
        errand.run(
                () -> {
                    work.run();
                    return true;
                },
                done -> {},
                why -> failed.accept("No app on this computer can open it."));
    }

    private static Desktop desktop(Desktop.Action action) throws IOException {
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(action)) {
            throw new IOException("not supported: " + action);
        }
        return Desktop.getDesktop();
    }

    private interface Work {
        void run() throws IOException;
    }
}
