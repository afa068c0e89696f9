package coderbased.bus;

import coderbased.auth.SharedProofs;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A key for each proof that was taken, which goes by itself: whoever makes it, spends the proof. One way there and back. A bus
 * that does not carry is not asked, so one that stands still is waited for once, and not by every call.
 */
final class RedisSharedProofs implements SharedProofs {

    private static final Logger LOG = LoggerFactory.getLogger(RedisSharedProofs.class);
    private static final String PROOF = "proof:";

    /** Redis is asked with a shorter patience; this one is for what can not be. */
    private static final long PATIENCE_SECONDS = 5;

    private final RedisBus bus;

    RedisSharedProofs(RedisBus bus) {
        this.bus = bus;
    }

    @Override
    public boolean spend(String fingerprint, Duration remember) {
        if (!bus.carries()) {
            return true;
        }
        try {
            return bus.claim(PROOF + fingerprint, remember)
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException away) {
            LOG.debug("the bus does not say whether another node took a proof");
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
