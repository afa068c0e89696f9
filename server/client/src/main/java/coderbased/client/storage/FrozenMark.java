package coderbased.client.storage;

import coderbased.client.keys.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mark of a session that its phone has frozen: its chat stays hidden after a restart until the server says otherwise. A
 * file without content, beside the chat. Used on one thread.
 */
public final class FrozenMark {

    private static final Logger LOG = LoggerFactory.getLogger(FrozenMark.class);

    private final Path folder;
    private final Path file;

    /** @param folder of the session */
    public FrozenMark(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("frozen");
    }

    /** True if the session was frozen when the server last said something of it. */
    public boolean isSet() {
        return Files.exists(file);
    }

    /** Sets or removes it. A failure is logged. */
    public void set(boolean frozen) {
        try {
            if (!frozen) {
                Files.deleteIfExists(file);
            } else if (!isSet()) {
                OwnerOnly.makeFolder(folder);
                Files.createFile(file, OwnerOnly.file(folder));
            }
        } catch (IOException e) {
            LOG.warn("Could not note whether this device is frozen: {}", e.toString());
        }
    }
}
