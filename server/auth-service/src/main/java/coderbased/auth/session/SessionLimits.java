package coderbased.auth.session;

import java.time.Duration;

/**
 * Lifetimes of sessions.
 *
 * @param phone a phone's time since it last re-initialised
 * @param web a desktop's time since it last re-initialised
 * @param withoutPhone a desktop's time since its phone last re-initialised
 * @param firstAdmission time for an approved desktop to come back with its Web Auth Token
 * @param tombstones time that the reason of an ended session is kept
 * @param devices largest number of linked devices of an account
 */
public record SessionLimits(
        Duration phone,
        Duration web,
        Duration withoutPhone,
        Duration firstAdmission,
        Duration tombstones,
        int devices) {

    /** 90 days, 30 days, 14 days, 2 minutes, 90 days, five devices. */
    public static SessionLimits defaults() {
        return new SessionLimits(
                Duration.ofDays(90),
                Duration.ofDays(30),
                Duration.ofDays(14),
                Duration.ofMinutes(2),
                Duration.ofDays(90),
                5);
    }
}
