package coderbased.bus;

import java.time.Duration;

/** A bus whose nodes are taken for dead after a second of silence. */
public final class BriskBus {

    private static final BusPace PACE =
            new BusPace(Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(1));

    private BriskBus() {}

    /** One node's end of it, which carries. */
    public static BusPorts at(String url, String nodeId) {
        BusPorts ports = BusPorts.redis(RedisAddress.of(url), "BRISK", nodeId, PACE);
        ports.health().await(Duration.ofSeconds(30));
        return ports;
    }
}
