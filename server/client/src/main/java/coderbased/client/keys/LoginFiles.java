package coderbased.client.keys;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of a profile's logins: that of the login used last, and one for each other server. */
final class LoginFiles {

    private static final String LAST = "credentials.json";
    private static final String OTHER = LAST + ".server-";

    private final Path folder;

    LoginFiles(Path folder) {
        this.folder = folder;
    }

    Path last() {
        return folder.resolve(LAST);
    }

    /** Returns the file of a server that is not the last one. */
    Path of(String serverId) {
        return folder.resolve(OTHER + HexFormat.of().formatHex(serverId.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the newest file of a server that is not the last one; empty if there is none. */
    Optional<Path> newestOther() {
        File[] others = folder.toFile().listFiles((_, name) -> name.startsWith(OTHER));
        return Stream.ofNullable(others)
                .flatMap(Arrays::stream)
                .max(Comparator.comparingLong(File::lastModified))
                .map(File::toPath);
    }

    /** Moves a file in place of another, so that a power cut leaves one of the two. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OwnerOnly.forceFolder(folder);
    }
}
