package coderbased.auth.linking;

import java.time.Duration;

/**
 * The pace of linking.
 *
 * @param firstCode time that the first code is shown
 * @param nextCode time that each later code is shown
 * @param grace time that a code stays valid after the next one is shown
 * @param typedCode time that a code to type is shown, without the grace
 * @param confirm time from the scan to the approval
 * @param codes number of codes before the desktop has to ask again
 */
public record LinkTimes(
        Duration firstCode, Duration nextCode, Duration grace, Duration typedCode, Duration confirm, int codes) {

    /** 60 seconds, then 30 each, 30 of grace, 120 to type, 120 to confirm, six codes. */
    public static LinkTimes defaults() {
        return new LinkTimes(
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                Duration.ofSeconds(120),
                6);
    }
}
