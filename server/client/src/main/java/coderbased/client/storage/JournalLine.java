package coderbased.client.storage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link FileJournal}.
 *
 * @param name of the deed
 * @param deed what it is from now on; null for not kept any more
 */
record JournalLine(String name, @Nullable OutboxEntry deed) {

    /** With the line's end. */
    String text() {
        return CheckedLine.of(this);
    }

    /** What a line says; nothing where it is torn or damaged. Without the line's end. */
    static Optional<JournalLine> read(String text) {
        return CheckedLine.read(text, JournalLine.class);
    }
}
