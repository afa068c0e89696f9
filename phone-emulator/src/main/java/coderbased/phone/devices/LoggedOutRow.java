package coderbased.phone.devices;

import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import coderbased.protocol.AuthHttp.LoggedOutDevice;
import coderbased.protocol.LogoutReason;
import java.time.Duration;
import java.time.Instant;

/**
 * A device that was logged out, ready to draw.
 *
 * <p>Way out 6.
 *
 * @param why how its login ended
 * @param receipt whether anything of it is left there
 * @param done whether nothing is
 */
public record LoggedOutRow(String id, String name, String why, String receipt, boolean done) {

    private static final long MILLIS_PER_SECOND = 1_000;
    private static final Duration IMMEDIATE_LIMIT = Duration.ofMinutes(1);

    static LoggedOutRow of(LoggedOutDevice device, Times times) {
        return new LoggedOutRow(
                device.id(),
                SafeText.name(device.facts().name()),
                why(device.reason()) + ", " + times.inSentence(device.at()),
                receipt(device, times),
                isDone(device));
    }

    private static boolean isDone(LoggedOutDevice device) {
        return device.wipedAt() != null || device.reason() == LogoutReason.LOGGED_OUT_HERE;
    }

    private static String why(LogoutReason reason) {
        return switch (reason) {
            case UNLINKED -> "You logged it out";
            case LOGGED_OUT_HERE -> "Logged out on the computer itself";
            case PHONE_LOGGED_OUT -> "Logged out with a phone";
            case PHONE_SESSION_EXPIRED, SESSION_EXPIRED -> "Inactive for too long";
            case PASSWORD_CHANGED -> "Logged out because the password was changed";
            case ACCOUNT_BANNED, ACCOUNT_DELETED -> "Logged out because the account was suspended or deleted";
            case TOKEN_REUSED -> "Logged out because its login was copied";
            case KEY_MISMATCH, TOKEN_INVALID -> "Its login was not valid";
        };
    }

    private static String receipt(LoggedOutDevice device, Times times) {
        Instant wiped = device.wipedAt();
        if (device.reason() == LogoutReason.LOGGED_OUT_HERE) {
            return "All its data was deleted.";
        }
        if (wiped == null) {
            return "Not connected. It will be logged out when it next connects.";
        }
        Duration took = Duration.between(device.at(), wiped);
        return took.compareTo(IMMEDIATE_LIMIT) < 0
                ? "Logged out " + said(took)
                        + (device.reason() == LogoutReason.UNLINKED ? " after you pressed." : " later.")
                : "Logged out when it next connected, " + times.inSentence(wiped) + ".";
    }

    private static String said(Duration took) {
        long millis = Math.max(0, took.toMillis());
        return millis < MILLIS_PER_SECOND
                ? millis + " ms"
                : "%d.%d s".formatted(millis / MILLIS_PER_SECOND, millis % MILLIS_PER_SECOND / 100);
    }
}
