package coderbased.client.chat;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Names that nobody else gives. Thread-safe where the randomness is. */
final class FreshNames {

    private static final int BYTES = 16;

    private final RandomGenerator random;

    FreshNames(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
