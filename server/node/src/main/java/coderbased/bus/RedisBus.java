package coderbased.bus;

import coderbased.outage.Outage;
import coderbased.protocol.Wire;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redis's publish and subscribe, between the nodes of one server. What a node says it does not hear itself.
 *
 * <p>Thread-safe. Nothing here waits for Redis: where it is away, what is said is lost, and what was listened to is heard
 * again once it is back. One connection speaks and another hears, so that what one thread says to a channel is heard in that
 * order.
 */
final class RedisBus implements BusHealth, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisBus.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long AGAIN_MILLIS = 500;
    private static final int WAITING_AT_MOST = 20_000;
    private static final String PULSE = "pulse:";
    private static final CompletionStage<?> NOTHING_TO_DO = CompletableFuture.completedFuture(true);

    private final RedisClient client;
    private final String prefix;
    private final String nodeId;
    private final ConcurrentHashMap<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> onReturn = new CopyOnWriteArrayList<>();
    private final Pulse pulse;
    private final Inbound inbound = new Inbound();
    private final BusTrouble trouble = new BusTrouble();
    private final ScheduledExecutorService connecting = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bus").factory());
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> hearing;
    private volatile @Nullable StatefulRedisConnection<String, String> speaking;

    /** Redis answers in the order it was asked: once this one is done, so are those before it. */
    private volatile CompletionStage<?> lastBegun = NOTHING_TO_DO;

    /**
     * Begins to connect, and goes on for as long as it takes.
     *
     * @param url {@code redis://…}
     * @param serverId whose nodes these are: several servers may use one Redis
     */
    RedisBus(String url, String serverId, String nodeId, BusPace pace) {
        this.prefix = "coderbased:" + serverId + ":";
        this.nodeId = nodeId;
        client = RedisClient.create(RedisURI.create(url));
        pulse = new Pulse(pace.late(), () -> onItsOwnThread(this::back));
        listen(prefix + PULSE + nodeId, text -> pulse.heard(Long.parseLong(text), System.nanoTime()));
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .requestQueueSize(WAITING_AT_MOST)
                .build());
        client.addListener(new RedisConnectionStateAdapter() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
                onItsOwnThread(RedisBus.this::resume);
            }

            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                pulse.broken();
            }
        });
        onItsOwnThread(this::connect);
        connecting.scheduleWithFixedDelay(
                () -> trouble.orLog(this::beat),
                pace.beat().toMillis(),
                pace.beat().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Which node speaks here. */
    String nodeId() {
        return nodeId;
    }

    /** Says it to whoever listens to that channel on another node; tells how many nodes got it, or fails. */
    CompletionStage<Long> say(String channel, Record message) {
        return publish(channel, Envelope.seal(nodeId, message)).whenComplete((nodes, failed) -> {
            if (failed != null) {
                doubted(failed);
            }
        });
    }

    @Override
    public boolean carries() {
        return pulse.carries(System.nanoTime());
    }

    @Override
    public void await(Duration within) {
        CompletableFuture<Void> heard =
                pulse.first().thenCompose(first -> lastBegun).thenAccept(begun -> {});
        try {
            heard.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException notNow) {
            LOG.warn("Redis is not reachable yet; continuing without it");
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * From now on, or from when Redis is there, hears what other nodes say on that channel.
     *
     * @param type the sealed type of what is said, or the one record
     */
    <T> Hearing hear(String channel, Class<T> type, Consumer<T> listener) {
        return listen(
                prefix + channel,
                text -> Envelope.open(text)
                        .filter(envelope -> !envelope.from().equals(nodeId))
                        .ifPresent(envelope -> hand(envelope, type, listener)));
    }

    /**
     * Called when the bus carries for the first time, and each time it does again. What was said before, here or elsewhere, may
     * have been lost; what is said from then on is heard.
     */
    void onReturn(Runnable task) {
        onReturn.add(task);
    }

    @Override
    public void close() {
        connecting.shutdownNow();
        inbound.close();
        client.shutdown(Duration.ZERO, PATIENCE);
    }

    private Hearing listen(String channel, Consumer<String> listener) {
        CompletableFuture<CompletionStage<?>> begun = new CompletableFuture<>();
        listeners.compute(channel, (name, known) -> {
            List<Consumer<String>> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(listener);
            begun.complete(known == null ? subscribe(name) : NOTHING_TO_DO);
            return all;
        });
        return new Hearing(
                begun.join(),
                () -> listeners.computeIfPresent(channel, (name, all) -> {
                    all.remove(listener);
                    if (all.isEmpty()) {
                        unsubscribe(name);
                        return null;
                    }
                    return all;
                }));
    }

    private CompletionStage<?> subscribe(String... channels) {
        StatefulRedisPubSubConnection<String, String> connection = hearing;
        if (connection == null) {
            return NOTHING_TO_DO;
        }
        CompletionStage<?> begun = connection.async().subscribe(channels).whenComplete((heard, failed) -> {
            if (failed != null) {
                doubted(failed);
            }
        });
        lastBegun = begun;
        return begun;
    }

    private void unsubscribe(String channel) {
        StatefulRedisPubSubConnection<String, String> connection = hearing;
        if (connection != null) {
            connection.async().unsubscribe(channel);
        }
    }

    private void connect() {
        try {
            if (speaking == null) {
                speaking = client.connect();
            }
            StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub();
            connection.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String text) {
                    if (!inbound.take(text, listeners.getOrDefault(channel, List.of()))) {
                        doubted(new BusTrouble.TooSlow());
                    }
                }
            });
            hearing = connection;
            resume();
        } catch (RuntimeException | Error away) {
            trouble.is(away);
            later(this::connect);
        }
    }

    private void resume() {
        pulse.broken();
        if (hearing == null) {
            return;
        }
        CompletionStage<?> begins;
        try {
            begins = subscribe(listeners.keySet().toArray(String[]::new));
        } catch (RuntimeException | Error e) {
            begins = CompletableFuture.failedFuture(e);
        }
        begins.whenComplete((begun, failed) -> {
            if (failed == null) {
                pulse.begin();
                beat();
            } else {
                later(this::resume);
            }
        });
    }

    private void later(Runnable task) {
        try {
            connecting.schedule(() -> trouble.orLog(task), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The bus is closed");
        }
    }

    private void beat() {
        publish(PULSE + nodeId, String.valueOf(pulse.next())).whenComplete((nodes, failed) -> {
            if (failed != null) {
                doubted(failed);
            }
        });
    }

    /** Something that was said got lost, maybe. */
    private void doubted(Throwable why) {
        pulse.doubted();
        if (speaking != null) {
            trouble.is(why);
        }
    }

    private void back() {
        trouble.over();
        onReturn.forEach(trouble::orLog);
    }

    private CompletionStage<Long> publish(String channel, String text) {
        StatefulRedisConnection<String, String> connection = speaking;
        try {
            return connection == null
                    ? CompletableFuture.failedFuture(new RedisException("not connected"))
                    : connection.async().publish(prefix + channel, text);
        } catch (RedisException closed) {
            return CompletableFuture.failedFuture(closed);
        }
    }

    private void onItsOwnThread(Runnable task) {
        try {
            connecting.execute(() -> trouble.orLog(task));
        } catch (RejectedExecutionException closed) {
            LOG.debug("The bus is closed");
        }
    }

    private static <T> void hand(Envelope envelope, Class<T> type, Consumer<T> listener) {
        try {
            listener.accept(envelope.read(type));
        } catch (Wire.Malformed | RuntimeException ofThisMessageOnly) {
            if (!Outage.isLogged(ofThisMessageOnly)) {
                LOG.error(
                        "Could not handle a message from node {}: {}",
                        envelope.from(),
                        envelope.kind(),
                        ofThisMessageOnly);
            }
        }
    }
}
