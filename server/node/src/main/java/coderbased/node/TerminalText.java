package coderbased.node;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes what people chose and what clocks say fit for a terminal. */
final class TerminalText {

    private TerminalText() {}

    /** A name without what could move a terminal's cursor or turn its text around. */
    static String of(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }

    /** To the second, in UTC. */
    static String of(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
