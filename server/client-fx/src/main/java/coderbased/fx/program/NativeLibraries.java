package coderbased.fx.program;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.keys.OwnerOnly;
import coderbased.fx.TemporaryFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Folder into which JavaFX and the camera driver unpack their native libraries. By themselves they use the home folder
 * and the one for temporary files. Where these are read-only, full, or mounted with {@code noexec}, it is beside the
 * program's data.
 */
final class NativeLibraries {

    private static final String JAVAFX = "javafx.cachedir";
    private static final String JNA = "jna.tmpdir";
    private static final long NEEDED_BYTES = 8L << 20;

    private NativeLibraries() {}

    /**
     * Chooses the folder and sets the properties that name it. Has to run before JavaFX and JNA start.
     *
     * @param data folder of the program's data; created only where a usual folder is of no use
     * @param system the properties of the system
     * @return a sentence that tells the user what to do if no folder is of use
     */
    static Optional<String> choose(Path data, Properties system) {
        String usual = system.getProperty(JAVAFX, system.getProperty("user.home") + "/.openjfx/cache");
        String beside = data.resolve("native").toAbsolutePath().toString();
        String temporary = system.getProperty(TemporaryFile.FOLDER);
        boolean isUsual = isOfUse(usual);
        boolean isTemporary = isOfUse(temporary);
        if (isUsual && isTemporary) {
            return Optional.empty();
        }
        String chosen = isUsual ? usual : makesAndIsOfUse(beside) ? beside : isTemporary ? forThisRun(temporary) : "";
        if (chosen.isEmpty()) {
            return Optional.of(
                    MESSAGES.text("start.noNativeFolder", "usual", usual, "beside", beside, "temporary", temporary));
        }
        if (!isUsual) {
            system.setProperty(JAVAFX, chosen);
        }
        system.putIfAbsent(JNA, chosen);
        if (!isTemporary) {
            system.setProperty(TemporaryFile.FOLDER, chosen);
            system.setProperty(TemporaryFile.MOVED, "true");
        }
        return Optional.empty();
    }

    /** True if libraries run from the folder, and fit into it or are there already. Creates it. */
    private static boolean isOfUse(String name) {
        try {
            Path folder = Files.createDirectories(Path.of(name));
            Path probe = Files.createTempFile(folder, "probe", "");
            try {
                // Linux denies the right to run a file where the mount does.
                return probe.toFile().setExecutable(true) && Files.isExecutable(probe) && hasRoom(folder, probe);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException | InvalidPathException _) {
            return false;
        }
    }

    private static boolean hasRoom(Path folder, Path probe) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() >= NEEDED_BYTES) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> !file.equals(probe));
        }
    }

    private static boolean makesAndIsOfUse(String name) {
        try {
            OwnerOnly.makeFolder(Path.of(name));
        } catch (IOException _) {
            return false;
        }
        return isOfUse(name);
    }

    /** Returns a new folder that nobody else can write into; it is deleted when the program ends. */
    private static String forThisRun(String temporary) {
        try {
            Path folder = Files.createTempDirectory(Path.of(temporary), "coderbased-chat");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder.toString();
        } catch (IOException _) {
            return "";
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException _) {
            // The system empties its folder for temporary files.
        }
    }
}
