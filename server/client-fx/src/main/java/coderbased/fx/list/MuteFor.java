package coderbased.fx.list;

import java.time.Duration;

/** How long a conversation is to be quiet. */
public enum MuteFor {
    AN_HOUR("For 1 hour", Duration.ofHours(1)),
    EIGHT_HOURS("For 8 hours", Duration.ofHours(8)),
    /** A hundred years: what is for good on the wire. */
    ALWAYS("Always", Duration.ofDays(36_525));

    private final String label;
    private final Duration time;

    MuteFor(String label, Duration time) {
        this.label = label;
        this.time = time;
    }

    /** What to call it. */
    public String label() {
        return label;
    }

    Duration time() {
        return time;
    }
}
