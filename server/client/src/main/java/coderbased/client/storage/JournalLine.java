package coderbased.client.storage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link FileJournal}.
 *
 * @param name of the entry
 * @param entry its current value; null if it was removed
 */
record JournalLine(String name, @Nullable OutboxEntry entry) {

    /** Returns the line, with its line break. */
    String text() {
        return CheckedLine.of(this);
    }

    /** Parses a line without its line break; empty if it is torn or damaged. */
    static Optional<JournalLine> read(String text) {
        return CheckedLine.read(text, JournalLine.class);
    }
}
