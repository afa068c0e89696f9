package coderbased.fx.notify;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two soft rising notes. Silent if the computer cannot play sound. */
public enum Chime {
    /** A new message. */
    MESSAGE(880, 1_174.7),

    /** A scanned code. */
    CODE_READ(880, 1_318.5);

    private static final Logger LOG = LoggerFactory.getLogger(Chime.class);
    private static final int SAMPLE_RATE = 44_100;
    private static final double NOTE_SECONDS = 0.12;
    private static final int NOTE_SAMPLES = (int) (SAMPLE_RATE * NOTE_SECONDS);
    private static final int SWELL_SAMPLES = 200;
    private static final double FADE_RATE = 5;
    private static final double LOUDNESS = 0.2;

    private final double first;
    private final double second;

    /**
     * @param first frequency of the first note in hertz
     * @param second frequency of the second note in hertz
     */
    Chime(double first, double second) {
        this.first = first;
        this.second = second;
    }

    /** Plays the sound without waiting for its end. */
    public void play() {
        Thread.ofVirtual().name("chime").start(this::playNow);
    }

    private void playNow() {
        AudioFormat format = new AudioFormat(SAMPLE_RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            byte[] tone = tone();
            line.write(tone, 0, tone.length);
            line.drain();
        } catch (LineUnavailableException | RuntimeException | LinkageError e) {
            // without a sound device Java throws IllegalArgumentException, with a broken one others
            LOG.debug("No sound here: {}", e.toString());
        }
    }

    /** Returns 16-bit samples, low byte first; each note swells and fades. */
    byte[] tone() {
        byte[] tone = new byte[2 * NOTE_SAMPLES * 2];
        for (int i = 0; i < tone.length / 2; i++) {
            int within = i % NOTE_SAMPLES;
            double strength =
                    Math.exp(-FADE_RATE * within / NOTE_SAMPLES) * Math.min(1.0, (double) within / SWELL_SAMPLES);
            double wave = Math.sin(2 * Math.PI * (i < NOTE_SAMPLES ? first : second) * within / SAMPLE_RATE);
            int sample = (int) (wave * strength * LOUDNESS * Short.MAX_VALUE);
            tone[2 * i] = (byte) sample;
            tone[2 * i + 1] = (byte) (sample >> 8);
        }
        return tone;
    }
}
