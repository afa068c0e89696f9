package coderbased.client.net;

import coderbased.client.keys.OwnerOnly;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificates that the user trusted, by host and port, in a file of the profile. A file that cannot be written is
 * logged; the decision then holds until the program ends. A file that cannot be read is left as it is. Thread-safe.
 */
final class TrustedServers {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedServers.class);
    private static final String FILE = "trusted-servers.properties";
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{64}");

    private final @Nullable Path folder;
    private final Properties trusted = new Properties();
    private boolean isUnreadable;

    /** @param folder of the profile; null to store nothing */
    TrustedServers(@Nullable Path folder) {
        this.folder = folder;
        if (folder != null && !OwnerOnly.isBlocked(folder)) {
            read(folder.resolve(FILE));
        }
    }

    /** Returns the file, if it cannot be read: nobody knows then what was trusted. */
    synchronized Optional<Path> unreadable() {
        return isUnreadable && folder != null ? Optional.of(folder.resolve(FILE)) : Optional.empty();
    }

    /** Returns the fingerprint of the certificate that the user trusted for that place. */
    synchronized Optional<String> at(String place) {
        return Optional.ofNullable(trusted.getProperty(place));
    }

    synchronized void put(String place, String fingerprint) {
        trusted.setProperty(place, fingerprint);
        save();
    }

    synchronized void remove(String place) {
        trusted.remove(place);
        save();
    }

    /** A damaged line stays, and equals no certificate: it must not make the next certificate the first one. */
    private void read(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            trusted.load(in);
        } catch (NoSuchFileException _) {
            // Nothing was trusted yet.
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The trusted certificates in {} cannot be read: {}", file, e.toString());
            isUnreadable = true;
            trusted.clear();
        }
        trusted.forEach((place, value) -> {
            if (!FINGERPRINT.matcher(value.toString()).matches()) {
                LOG.warn("The trusted certificate of {} in {} is damaged", place, file);
            }
        });
    }

    private void save() {
        if (folder == null || isUnreadable) {
            return;
        }
        try {
            OwnerOnly.makeFolder(folder);
            StringWriter text = new StringWriter();
            trusted.store(text, null);
            Path beside = Files.createTempFile(folder, FILE, "", OwnerOnly.file(folder));
            Files.writeString(beside, text.toString(), StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(
                    beside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The trusted certificates could not be saved in {}: {}", folder, e.toString());
        }
    }
}
