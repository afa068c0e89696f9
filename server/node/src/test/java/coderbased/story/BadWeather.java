package coderbased.story;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * A network as it is far away: everything takes 400 ms each way, a connection carries 5 kB a second, and every few
 * seconds, at random, all connections of a cable are lost. The weather is fine again when this is closed.
 */
final class BadWeather implements AutoCloseable {

    private static final Duration DELAY = Duration.ofMillis(400);
    private static final int SOONEST_MILLIS = 1_000;
    private static final int LATEST_MILLIS = 10_000;

    private final ScheduledExecutorService lightning = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger struck = new AtomicInteger();
    private final RandomGenerator random;
    private final List<Cable> cables;

    BadWeather(RandomGenerator random, Cable... cables) {
        this.random = random;
        this.cables = List.of(cables);
        this.cables.forEach(cable -> cable.slowDown(DELAY));
        next();
    }

    /** Returns how often connections were lost. */
    int struck() {
        return struck.get();
    }

    @Override
    public void close() {
        lightning.shutdownNow();
        lightning.close();
        cables.forEach(cable -> cable.slowDown(Duration.ZERO));
    }

    private void next() {
        lightning.schedule(this::strike, random.nextInt(SOONEST_MILLIS, LATEST_MILLIS), TimeUnit.MILLISECONDS);
    }

    private void strike() {
        Cable cable = cables.get(random.nextInt(cables.size()));
        cable.cut();
        cable.mend();
        struck.incrementAndGet();
        if (!lightning.isShutdown()) {
            next();
        }
    }
}
