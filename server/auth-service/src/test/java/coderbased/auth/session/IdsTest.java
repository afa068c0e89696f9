package coderbased.auth.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.Base32;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Names that nobody can guess. */
class IdsTest {

    @Test
    void aNameIsAllOf128BitsThatWereDrawn() {
        SecureRandom secure = new SecureRandom();
        byte[] drawn = new byte[16];
        RandomGenerator watched = new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("bytes are drawn");
            }

            @Override
            public void nextBytes(byte[] bytes) {
                secure.nextBytes(bytes);
                System.arraycopy(bytes, 0, drawn, 0, bytes.length);
            }
        };
        String name = Ids.fresh(new AuthContext(Clock.systemUTC(), watched));
        assertEquals(Base32.encode(drawn), name);
    }
}
