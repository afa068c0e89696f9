package coderbased.client.chat;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Random names that are unique across devices. Thread-safe if its source of randomness is. */
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
