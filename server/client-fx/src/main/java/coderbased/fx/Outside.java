package coderbased.fx;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import java.awt.Desktop;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * Opens links and files with the system's programs, without blocking the window.
 *
 * <p>Stored files are named by their hash, but the system chooses a program by a name's ending. It therefore opens a
 * copy with the original name.
 */
public final class Outside {

    private final Errand errand = Errand.away(FxThread.executor());
    private final Consumer<String> failed;

    /** @param failed receives the reason of a failure on the JavaFX thread, as a message for the user */
    public Outside(Consumer<String> failed) {
        this.failed = failed;
    }

    /** Opens a web page. */
    public void browse(URI target) {
        run(() -> desktop(Desktop.Action.BROWSE).browse(target));
    }

    /** Opens a file under its original name. */
    public void open(Path bytes, String name) {
        run(() -> {
            Path named = TemporaryFile.named(name);
            Files.copy(bytes, named);
            desktop(Desktop.Action.OPEN).open(named.toFile());
        });
    }

    /** Copies a file to the place that the user chose, then runs {@code saved}. */
    public void save(Path bytes, Path target, Runnable saved) {
        errand.run(
                () -> copy(bytes, target), path -> saved.run(), why -> failed.accept(MESSAGES.text("files.unsaved")));
    }

    /** Copies the content alone: the file gets the rights of the person's other files, not those of the original. */
    static long copy(Path bytes, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(bytes)) {
            return Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    /** Shows a file in its folder. */
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

    /**
     * Returns the path for a file of that name. If the system's character set cannot encode it, returns a path with the
     * same ending.
     */
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
                why -> failed.accept(MESSAGES.text("files.unopened")));
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
