package coderbased.camera;

import java.time.Duration;

/**
 * The time limits of the pipeline.
 *
 * @param firstPicture from opening to the first picture
 * @param nextPicture from one picture to the next, before the camera counts as stalled
 * @param retry between one attempt and the next
 * @param black how long a picture has to be black before the person is told
 */
public record Patience(Duration firstPicture, Duration nextPicture, Duration retry, Duration black) {

    /** The limits for people and real cameras. */
    public static final Patience STANDARD =
            new Patience(Duration.ofSeconds(8), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(2));
}
