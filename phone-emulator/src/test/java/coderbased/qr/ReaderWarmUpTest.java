package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReaderWarmUpTest {

    @Test
    void itGoesTheWholeWayToTheTextAndMeetsPicturesWithoutOneToo() {
        QrReader reader = new QrReader();
        long read = ReaderWarmUp.frames().stream()
                .filter(frame -> !reader.readThoroughly(frame).readings().isEmpty())
                .count();
        assertEquals(2, read);
        new ReaderWarmUp().run();
    }
}
