package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import java.time.Duration;

/** Duration of muting a conversation. */
public enum MuteFor {
    AN_HOUR("mute.hour", Duration.ofHours(1)),
    EIGHT_HOURS("mute.eightHours", Duration.ofHours(8)),
    /** A hundred years stand for "always" in the protocol. */
    ALWAYS("mute.always", Duration.ofDays(36_525));

    private final String key;
    private final Duration time;

    MuteFor(String key, Duration time) {
        this.key = key;
        this.time = time;
    }

    /** Returns the label. */
    public String label() {
        return MESSAGES.text(key);
    }

    Duration time() {
        return time;
    }
}
