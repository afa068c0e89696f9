package coderbased.fx.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChimeTest {

    @ParameterizedTest
    @EnumSource
    void chimeStartsAndEndsSilentAndIsNeverTooLoud(Chime chime) {
        byte[] tone = chime.tone();
        int loudest = 0;
        for (int i = 0; i < tone.length; i += 2) {
            loudest = Math.max(loudest, Math.abs(sample(tone, i)));
        }
        assertTrue(loudest > 2_000 && loudest < 10_000, "loudest sample " + loudest);
        assertEquals(0, sample(tone, 0));
        assertTrue(Math.abs(sample(tone, tone.length - 2)) < 100);
    }

    private static int sample(byte[] tone, int at) {
        return (short) (tone[at] & 0xff | tone[at + 1] << 8);
    }
}
