package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReaderWarmUpTest {

    @Test
    void warmUpReadsPicturesWithAndWithoutACode() {
        QrReader reader = new QrReader();
        long read = ReaderWarmUp.frames().stream()
                .filter(frame -> !reader.readThoroughly(frame).readings().isEmpty())
                .count();
        assertEquals(2, read);
        new ReaderWarmUp(() -> false).run();
    }

    @Test
    void warmUpEndsEarlyOnRequest() {
        int[] asked = new int[1];
        new ReaderWarmUp(() -> {
                    asked[0]++;
                    return true;
                })
                .run();
        assertEquals(1, asked[0], "nothing is read, and nothing more is asked");
    }
}
