package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Photographs of codes on cans, shirts, screens and walls, by people who wanted to break readers. */
class SamplePicturesTest {

    private static final int FEWEST_READ = 138;

    private final QrReader reader = new QrReader();

    @Test
    void readsNearlyAllPicturesThatSomebodyCanReadAndNothingElse() {
        Optional<Path> folder = Samples.folder();
        assumeTrue(folder.isPresent(), Samples.MISSING);

        List<String> unread = new ArrayList<>();
        List<String> falselyRead = new ArrayList<>();
        int read = 0;
        for (Samples.Sample sample : Samples.load(folder.orElseThrow())) {
            List<Reading> readings = reader.readThoroughly(sample.frame()).readings();
            if (sample.texts().isEmpty()) {
                readings.forEach(reading -> falselyRead.add(sample.name() + ": " + reading.text()));
            } else if (readings.stream().anyMatch(reading -> sample.holds(reading.text()))) {
                read++;
            } else {
                unread.add(sample.name());
            }
        }

        assertEquals(List.of(), falselyRead);
        assertTrue(read >= FEWEST_READ, "read " + read + ", not " + unread);
    }
}
