package coderbased.desktop;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two soft notes. Silent where there is nothing to hear them with. */
final class Chime {

    private static final Logger LOG = LoggerFactory.getLogger(Chime.class);
    private static final float RATE = 44_100;
    private static final double[] NOTES = {880, 1174.7};
    private static final double SECONDS = 0.16;
    private static final double LOUDNESS = 0.18;

    private Chime() {}

    /** Plays in the background. */
    static void play() {
        Thread.ofVirtual().name("chime").start(Chime::playNow);
    }

    private static void playNow() {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            byte[] sound = sound();
            line.write(sound, 0, sound.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException e) {
            LOG.debug("No sound: {}", e.toString());
        }
    }

    /** 16-bit samples, lower byte first; each note fades out. */
    static byte[] sound() {
        int perNote = (int) (RATE * SECONDS);
        byte[] sound = new byte[2 * perNote * NOTES.length];
        for (int i = 0; i < perNote * NOTES.length; i++) {
            int within = i % perNote;
            double fade = Math.exp(-5.0 * within / perNote) * Math.min(1, within / 200.0);
            double wave = Math.sin(2 * Math.PI * NOTES[i / perNote] * within / RATE);
            int sample = (int) (wave * fade * LOUDNESS * Short.MAX_VALUE);
            sound[2 * i] = (byte) sample;
            sound[2 * i + 1] = (byte) (sample >> 8);
        }
        return sound;
    }
}
