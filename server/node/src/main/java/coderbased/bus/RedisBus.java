package coderbased.bus;

import coderbased.outage.Outage;
import coderbased.protocol.Wire;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisException;
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
 * Redis's publish and subscribe, between the nodes of one server. A node does not get its own messages.
 *
 * <p>Thread-safe. Nothing here waits for Redis: while it is away, messages are lost, and subscriptions come back when
 * it does. One connection publishes and another receives, so that the messages of one thread to a channel arrive in
 * their order.
 */
final class RedisBus implements BusHealth, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisBus.class);
    private static final Duration REDIS_TIMEOUT = Duration.ofSeconds(2);
    private static final long RETRY_DELAY_MILLIS = 500;
    private static final int MAX_WAITING = 20_000;
    private static final String PULSE = "pulse:";
    private static final CompletionStage<?> DONE = CompletableFuture.completedFuture(true);

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

    /** Redis answers in the order of the requests: once this one is done, so are those before it. */
    private volatile CompletionStage<?> lastBegun = DONE;

    /**
     * Begins to connect, and retries for as long as it takes.
     *
     * @param serverId the server to which the nodes belong: several servers may use one Redis
     */
    RedisBus(RedisAddress address, String serverId, String nodeId, BusPace pace) {
        this.prefix = "coderbased:" + serverId + ":";
        this.nodeId = nodeId;
        client = RedisClient.create(address.uri());
        pulse = new Pulse(pace.late(), () -> onItsOwnThread(this::back));
        listen(prefix + PULSE + nodeId, text -> pulse.heard(Long.parseLong(text), System.nanoTime()));
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(REDIS_TIMEOUT))
                .requestQueueSize(MAX_WAITING)
                .sslOptions(address.trust(REDIS_TIMEOUT))
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

    /** Returns the id of this node. */
    String nodeId() {
        return nodeId;
    }

    /** Publishes a message to the other nodes that listen to that channel; completes with their number, or fails. */
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
        } catch (ExecutionException | TimeoutException _) {
            LOG.warn("Redis is not reachable yet; continuing without it");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Subscribes to other nodes' messages on that channel, from now on or from the time when Redis is reachable.
     *
     * @param type the sealed type of the messages, or their one record
     */
    <T> Hearing hear(String channel, Class<T> type, Consumer<T> listener) {
        return listen(
                prefix + channel,
                text -> Envelope.open(text)
                        .filter(envelope -> !envelope.from().equals(nodeId))
                        .ifPresent(envelope -> hand(envelope, type, listener)));
    }

    /**
     * Runs {@code task} when the bus carries for the first time, and each time it does again. Earlier messages of any
     * node may have been lost; those published from then on arrive.
     */
    void onReturn(Runnable task) {
        onReturn.add(task);
    }

    @Override
    public void close() {
        connecting.shutdownNow();
        inbound.close();
        client.shutdown(Duration.ZERO, REDIS_TIMEOUT);
    }

    private Hearing listen(String channel, Consumer<String> listener) {
        CompletableFuture<CompletionStage<?>> begun = new CompletableFuture<>();
        listeners.compute(channel, (name, known) -> {
            List<Consumer<String>> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(listener);
            begun.complete(known == null ? subscribe(name) : DONE);
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
            return DONE;
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
        } catch (RuntimeException | Error e) {
            logUnlessClosed(e);
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
            connecting.schedule(() -> trouble.orLog(task), RETRY_DELAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
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

    /** Records that a message may have been lost. */
    private void doubted(Throwable why) {
        pulse.doubted();
        if (speaking != null) {
            logUnlessClosed(why);
        }
    }

    private void logUnlessClosed(Throwable e) {
        if (!connecting.isShutdown()) {
            trouble.is(e);
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
        } catch (RedisException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void onItsOwnThread(Runnable task) {
        try {
            connecting.execute(() -> trouble.orLog(task));
        } catch (RejectedExecutionException _) {
            LOG.debug("The bus is closed");
        }
    }

    private static <T> void hand(Envelope envelope, Class<T> type, Consumer<T> listener) {
        try {
            listener.accept(envelope.read(type));
        } catch (Wire.Malformed | RuntimeException e) {
            if (!Outage.isLogged(e)) {
                LOG.error("Could not handle a message from node {}: {}", envelope.from(), envelope.kind(), e);
            }
        }
    }
}
