package coderbased.protocol;

import java.util.List;

/**
 * What happened to an account's links, oldest first, up to now. Older lines than {@link Protocol#LINK_HISTORY_LINES} may
 * be missing at its beginning, none in between.
 */
public record LinkHistory(List<LinkEntry> entries) {

    /** Whether every line is as it was sealed and follows the one before it. */
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
     * Whether a line that was the last one once is still in it as it was. A line that is older than all of these can not be
     * looked for, and counts as there.
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
