package coderbased.auth;

import java.time.Duration;

/**
 * The pace of linking.
 *
 * @param firstCode how long the first code is shown
 * @param nextCode how long each later one is
 * @param grace how long a code is still good after the next one is shown
 * @param typedCode how long a code to type is shown; the grace comes on top
 * @param confirm how long the person has from the scan to the approval
 * @param codes how many codes there are before the desktop has to ask again
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
