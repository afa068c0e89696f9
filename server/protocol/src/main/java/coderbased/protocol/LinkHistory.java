package coderbased.protocol;

import java.util.List;

/**
 * The history of an account's links, oldest line first. Lines older than {@link Protocol#LINK_HISTORY_LINES} may be
 * missing at its beginning, none in between.
 */
public record LinkHistory(List<LinkEntry> entries) {

    /** True if every line is as it was sealed and follows the one before it. */
    public boolean unbroken() {
        for (int i = 0; i < entries.size(); i++) {
            LinkEntry entry = entries.get(i);
            if (!entry.seals() || (i > 0 && !entry.follows(entries.get(i - 1)))) {
                return false;
            }
        }
        return true;
    }

    /**
     * True if a line that was once the last one is still in it, unchanged. A line that is older than all of these
     * cannot be checked, and counts as present.
     */
    public boolean holds(long number, String seal) {
        if (entries.isEmpty()) {
            return number == 0;
        }
        return number < entries.getFirst().number()
                || entries.stream()
                        .anyMatch(entry ->
                                entry.number() == number && entry.seal().equals(seal));
    }
}
