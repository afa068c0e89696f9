package coderbased.phone;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A short tone that rises, for a code that was read. Where a computer has nothing to play it with, it is silent. */
final class Chime {

    private static final Logger LOG = LoggerFactory.getLogger(Chime.class);
    private static final int RATE = 44_100;
    private static final double SECONDS = 0.18;
    private static final double FIRST_HERTZ = 880;
    private static final double SECOND_HERTZ = 1_319;
    private static final double LOUDNESS = 0.25;

    /** Plays it, without waiting for its end. */
    void play() {
        Thread.ofVirtual().name("chime").start(Chime::sound);
    }

    private static void sound() {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            byte[] tone = tone();
            line.write(tone, 0, tone.length);
            line.drain();
        } catch (LineUnavailableException | RuntimeException | LinkageError noSound) {
            // without a sound device Java answers with an IllegalArgumentException, broken ones with others
            LOG.debug("No sound here: {}", noSound.toString());
        }
    }

    /** Two notes, each fading, as 16-bit samples with the low byte first. */
    static byte[] tone() {
        int samples = (int) (RATE * SECONDS);
        byte[] tone = new byte[2 * samples];
        for (int i = 0; i < samples; i++) {
            boolean isSecond = i >= samples / 2;
            double fading = 1 - (i % (samples / 2.0)) / (samples / 2.0);
            double hertz = isSecond ? SECOND_HERTZ : FIRST_HERTZ;
            int value = (int) (Short.MAX_VALUE * LOUDNESS * fading * Math.sin(2 * Math.PI * hertz * i / RATE));
            tone[2 * i] = (byte) value;
            tone[2 * i + 1] = (byte) (value >> 8);
        }
        return tone;
    }
}
