package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.CameraTrouble;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CameraWordsTest {

    @Test
    void unreadablePictureIsTriedAgain() {
        assertTrue(CameraTrouble.UNREADABLE.mayPass());
        assertEquals("The camera picture could not be read. Trying again.", CameraWords.of(CameraTrouble.UNREADABLE));
    }

    @Test
    void everyTroubleHasItsOwnSentence() {
        assertEquals(
                CameraTrouble.values().length,
                Arrays.stream(CameraTrouble.values())
                        .map(CameraWords::of)
                        .distinct()
                        .count());
    }
}
