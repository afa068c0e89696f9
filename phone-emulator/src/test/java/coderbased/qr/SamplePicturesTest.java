package coderbased.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coderbased.qr.picture.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Photographs of codes on cans, shirts, screens and walls, by people who wanted to break readers. */
class SamplePicturesTest {

    private static final int MIN_READ = 141;

    /** Some alterations take away what little a picture had: size, contrast, sharpness. */
    private static final int MIN_READ_ALTERED = 136;

    private final QrReader reader = new QrReader();

    @Test
    void readsNearlyAllReadablePicturesAndNothingElse() {
        Score score = read(frame -> frame);
        assertEquals(List.of(), score.falselyRead);
        assertTrue(score.read >= MIN_READ, "read " + score.read + ", not " + score.unread);
    }

    @ParameterizedTest
    @EnumSource(Alteration.class)
    @Tag("nightly")
    void readsAlteredPicturesToo(Alteration alteration) {
        Score score = read(alteration::of);
        assertEquals(List.of(), score.falselyRead);
        assertTrue(score.read >= MIN_READ_ALTERED, "read " + score.read + ", not " + score.unread);
    }

    private Score read(UnaryOperator<Frame> how) {
        Optional<Path> folder = Samples.folder();
        assumeTrue(folder.isPresent(), Samples.MISSING);
        Score score = new Score();
        for (Samples.Sample sample : Samples.load(folder.orElseThrow())) {
            score.add(sample, reader.readThoroughly(how.apply(sample.frame())).readings());
        }
        return score;
    }

    private static final class Score {

        final List<String> unread = new ArrayList<>();
        final List<String> falselyRead = new ArrayList<>();
        int read;

        void add(Samples.Sample sample, List<Reading> readings) {
            if (sample.texts().isEmpty()) {
                readings.forEach(reading -> falselyRead.add(sample.name() + ": " + reading.text()));
            } else if (readings.stream().anyMatch(reading -> sample.holds(reading.text()))) {
                read++;
            } else {
                unread.add(sample.name());
            }
        }
    }
}
