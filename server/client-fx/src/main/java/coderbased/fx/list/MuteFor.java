package coderbased.fx.list;

import java.time.Duration;

/** Duration of muting a conversation. */
public enum MuteFor {
    AN_HOUR("For 1 hour", Duration.ofHours(1)),
    EIGHT_HOURS("For 8 hours", Duration.ofHours(8)),
    /** A hundred years stand for "always" in the protocol. */
    ALWAYS("Always", Duration.ofDays(36_525));

    private final String label;
    private final Duration time;

    MuteFor(String label, Duration time) {
        this.label = label;
        this.time = time;
    }

    /** Returns the label. */
    public String label() {
        return label;
    }

    Duration time() {
        return time;
    }
}
