package coderbased.chat;

import coderbased.http.CallerAddress;
import coderbased.outage.Outage;
import coderbased.protocol.CloseCode;
import coderbased.protocol.Wire;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket connection of a client.
 *
 * <p>Three things run at once, and none waits for another connection. The socket's callback queues incoming messages,
 * which a task handles in their order. Any thread queues outgoing messages, which a second task writes. The {@link
 * ConnectionHeartbeat} runs on the timer. A task has a thread only while there is something to do. Both queues are
 * bounded, and so are those of all connections together. A queue that overflows ends the connection: a client that
 * reads too slowly is told to come back and resume, one that sends too fast to slow down.
 *
 * <p>The first call of {@code end} decides the end and sets the close code; nothing sent later goes out. Thread-safe.
 */
final class ClientConnection {

    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    private static final Runnable NOTHING = () -> {};

    private final Transport transport;
    private final ChatLimits limits;
    private final ChatContext context;
    private final QueueBudget.Share share;
    private final TextQueue in;
    private final TextWriter out;
    private final RepeatedTask handling = new RepeatedTask(RepeatedTask.thread("in"), this::handle);
    private final ConnectionHeartbeat heartbeat;
    private final SocketRateLimit pace;
    private final Consumer<ClientConnection> whenGone;
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicReference<@Nullable Farewell> farewell = new AtomicReference<>();
    private volatile Future<?> introduction = ConnectionHeartbeat.NONE;
    private volatile Future<?> cut = ConnectionHeartbeat.NONE;
    private volatile boolean gone;

    /** Of {@link #handling} alone; null before the start and once it has left. */
    private @Nullable ConnectionHandler handler;

    private boolean opened;

    private record Farewell(CloseCode code, String reason, Runnable gone) {}

    /**
     * @param budget the budget of all connections
     * @param whenGone called once, when the connection is gone and its {@link ConnectionHandler} has finished
     */
    ClientConnection(
            Transport transport,
            ChatLimits limits,
            ChatContext context,
            QueueBudget budget,
            Consumer<ClientConnection> whenGone) {
        this.transport = transport;
        this.whenGone = whenGone;
        this.limits = limits;
        this.context = context;
        share = budget.open(this::evict);
        in = new TextQueue(limits.queueMessages(), limits.queueChars(), share);
        TextQueue outgoing = new TextQueue(limits.queueMessages(), limits.queueChars(), share);
        out = new TextWriter(transport, outgoing, this::sayFarewell);
        heartbeat = new ConnectionHeartbeat(transport, limits, context);
        pace = new SocketRateLimit(transport);
    }

    /** Starts the connection. Unless it is {@link #introduced} in time, it ends. */
    void start(ConnectionHandler handler) {
        heartbeat.start();
        introduction = context.timer()
                .schedule(this::endUnknown, limits.authenticateTimeout().toMillis(), TimeUnit.MILLISECONDS);
        this.handler = handler;
        handling.wake();
        out.start();
    }

    CallerAddress address() {
        return transport.address();
    }

    /** Ends the time limit for the client to say who it is, and accepts messages of up to that many bytes. */
    void introduced(int bytesAtOnce) {
        introduction.cancel(false);
        introduction = ConnectionHeartbeat.NONE;
        transport.accept(bytesAtOnce);
    }

    /** Ends the connection if the client sends faster than it may. One thread calls it. */
    void look(long nanos) {
        if (!pace.isKept(nanos)) {
            endTooFast();
        }
    }

    /** Sends a message without waiting. */
    void send(Object message) {
        sendEncoded(Wire.write(message));
    }

    /** Sends an encoded message without waiting. */
    void sendEncoded(String text) {
        if (!out.offer(text)) {
            endSlowReader();
        }
        share.shrink();
    }

    /**
     * Sends a message as soon as the client has read enough of the earlier ones. Only this connection's own {@link
     * ConnectionHandler} may call it.
     */
    void sendInTurn(String text) throws InterruptedException {
        sendInTurn(new ArrayDeque<>(List.of(text)));
    }

    /** Sends all of these, each as soon as the client has read enough of the earlier ones, and empties the queue. */
    void sendInTurn(Queue<String> texts) throws InterruptedException {
        long waiting = texts.stream().mapToLong(QueueBudget::cost).sum();
        share.hold(waiting);
        try {
            share.shrink();
            for (String text = texts.poll(); text != null; text = texts.poll()) {
                if (!out.put(text)) {
                    throw new InterruptedException("the connection is over");
                }
                share.release(QueueBudget.cost(text));
                waiting -= QueueBudget.cost(text);
            }
        } finally {
            share.release(waiting);
        }
    }

    /**
     * Counts that many characters as waiting for this connection outside its queues; a negative number takes them off.
     */
    void hold(long chars) {
        share.hold(chars);
        share.shrink();
    }

    /** Ends the connection after everything sent so far. */
    void end(CloseCode code, String reason) {
        if (decideEnd(code, reason, NOTHING)) {
            out.close();
        }
    }

    /** Ends the connection now: nothing sent so far goes out any more, only {@code last}. */
    void end(@Nullable Object last, CloseCode code, String reason) {
        end(last, code, reason, NOTHING);
    }

    /**
     * Ends the connection as {@link #end(Object, CloseCode, String)} does. {@code gone} is called when the connection
     * is gone, if no earlier call had ended it.
     */
    void end(@Nullable Object last, CloseCode code, String reason, Runnable gone) {
        if (decideEnd(code, reason, gone)) {
            out.closeWith(last == null ? null : Wire.write(last));
        }
    }

    /** Takes an incoming message. The socket's callback calls it. */
    void received(String text) {
        if (!in.offer(text)) {
            endTooFast();
        }
        handling.wake();
        share.shrink();
    }

    /** Learns that the socket is closed. The socket's callback calls it. */
    void closed() {
        farewell.compareAndSet(null, new Farewell(CloseCode.NORMAL, "", NOTHING));
        gone = true;
        heartbeat.stop();
        introduction.cancel(false);
        cut.cancel(false);
        in.closeWith(null);
        out.closeWith(null);
        handling.wake();
        share.close();
        oneEnd();
    }

    private void endUnknown() {
        end(CloseCode.REAUTHENTICATE, "This connection did not authenticate in time. Open a new one.");
    }

    private void endTooFast() {
        end(null, CloseCode.SLOW_DOWN, "Too many messages at once. Slow down.", context.meter()::talksTooFast);
    }

    private void endSlowReader() {
        String unread = "Too many messages are waiting to be read. Reconnect and resume.";
        end(null, CloseCode.TRY_LATER, unread, context.meter()::readsTooSlowly);
    }

    /**
     * Ends this connection because too much waits for all connections together, and most of it for this one. Its memory
     * is free at once: it gets no time to read the rest.
     */
    private void evict() {
        endSlowReader();
        context.timer().execute(transport::cut);
    }

    private boolean decideEnd(CloseCode code, String reason, Runnable gone) {
        if (!farewell.compareAndSet(null, new Farewell(code, CloseReason.fit(reason), gone))) {
            return false;
        }
        in.closeWith(null);
        handling.wake();
        // Cuts a connection that does not end by itself. If it is gone already, no timer is left to hold it.
        cut = context.timer().schedule(transport::cut, limits.closeTimeout().toMillis(), TimeUnit.MILLISECONDS);
        if (this.gone) {
            cut.cancel(false);
        }
        return true;
    }

    private void handle() {
        ConnectionHandler open = handler;
        if (open == null) {
            return;
        }
        try {
            handle(open);
        } catch (BadMessage | Wire.Malformed e) {
            end(CloseCode.BAD_MESSAGE, String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            in.closeWith(null);
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                LOG.warn("Could not handle a message; closing its connection", e);
            }
            end(CloseCode.TRY_LATER, "The server could not handle this message. Reconnect in a moment.");
        } finally {
            if (in.isOver()) {
                handler = null;
                leave(open);
            }
        }
    }

    private void handle(ConnectionHandler open) throws BadMessage, Wire.Malformed, InterruptedException {
        if (!opened) {
            opened = true;
            open.opened();
        }
        for (List<String> next = in.poll(1); !next.isEmpty(); next = in.poll(1)) {
            open.received(next.getFirst());
        }
    }

    private void leave(ConnectionHandler handler) {
        try {
            handler.gone();
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                LOG.warn("Could not announce that a connection ended", e);
            }
        }
        oneEnd();
    }

    /** Counts one of the two ends of a connection, which come in either order: the socket's and the handler's. */
    private void oneEnd() {
        if (ends.incrementAndGet() == 2) {
            whenGone.accept(this);
            Farewell last = farewell.get();
            if (last != null) {
                last.gone().run();
            }
        }
    }

    private void sayFarewell() {
        Farewell last = farewell.get();
        if (last != null && !gone) {
            transport.close(last.code().number(), last.reason());
        }
    }
}
