package coderbased.auth;

import java.time.Duration;

/**
 * How long sessions last.
 *
 * @param phone since the phone last re-initialised
 * @param web since the desktop last re-initialised
 * @param withoutPhone how long a desktop goes on while its phone is away
 * @param firstAdmission how long an approved desktop has to come back with its Web Auth Token
 * @param tombstones how long the reason of an ended session is kept
 * @param devices how many linked devices an account may have
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
