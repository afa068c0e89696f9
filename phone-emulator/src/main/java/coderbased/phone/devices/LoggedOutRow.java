package coderbased.phone.devices;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

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
                MESSAGES.text(why(device.reason()), "when", times.inSentence(device.at())),
                receipt(device, times),
                isDone(device));
    }

    private static boolean isDone(LoggedOutDevice device) {
        return device.wipedAt() != null || device.reason() == LogoutReason.LOGGED_OUT_HERE;
    }

    private static String why(LogoutReason reason) {
        return switch (reason) {
            case UNLINKED -> "loggedOut.unlinked";
            case LOGGED_OUT_HERE -> "loggedOut.here";
            case PHONE_LOGGED_OUT -> "loggedOut.withAPhone";
            case PHONE_SESSION_EXPIRED, SESSION_EXPIRED -> "loggedOut.inactive";
            case PASSWORD_CHANGED -> "loggedOut.passwordChanged";
            case ACCOUNT_BANNED, ACCOUNT_DELETED -> "loggedOut.accountGone";
            case TOKEN_REUSED -> "loggedOut.tokenReused";
            case KEY_MISMATCH, TOKEN_INVALID -> "loggedOut.invalid";
        };
    }

    private static String receipt(LoggedOutDevice device, Times times) {
        Instant wiped = device.wipedAt();
        if (device.reason() == LogoutReason.LOGGED_OUT_HERE) {
            return MESSAGES.text("loggedOut.receipt.deleted");
        }
        if (wiped == null) {
            return MESSAGES.text("loggedOut.receipt.open");
        }
        Duration took = Duration.between(device.at(), wiped);
        return took.compareTo(IMMEDIATE_LIMIT) < 0
                ? MESSAGES.text(
                        "loggedOut.receipt.immediate",
                        "took",
                        words(took),
                        "pressed",
                        device.reason() == LogoutReason.UNLINKED)
                : MESSAGES.text("loggedOut.receipt.late", "when", times.inSentence(wiped));
    }

    private static String words(Duration took) {
        long millis = Math.max(0, took.toMillis());
        return millis < MILLIS_PER_SECOND
                ? MESSAGES.text("loggedOut.receipt.millis", "millis", millis)
                : MESSAGES.text("loggedOut.receipt.seconds", "seconds", (double) millis / MILLIS_PER_SECOND);
    }
}
