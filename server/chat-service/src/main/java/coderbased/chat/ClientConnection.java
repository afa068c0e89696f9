package coderbased.chat;

import coderbased.auth.CallerAddress;
import coderbased.outage.Outage;
import coderbased.protocol.CloseCode;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program at the other end of one WebSocket.
 *
 * <p>Three things go on at once, and none waits for another peer: what comes in is queued by the socket's callback and
 * handled by a virtual thread in the order it came; what goes out is queued by anybody and written by a second virtual
 * thread; the {@link Heartbeat} runs on the timer. Both queues are bounded, and so are those of all peers together. One that
 * overflows ends the connection: a client that reads too slowly is told to come back and resume, one that talks too fast to
 * slow down.
 *
 * <p>The end is decided once. Whoever calls {@code end} first sets the close code; nothing said later goes out.
 * Thread-safe.
 */
final class ClientConnection {

    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    private static final Runnable NOTHING = () -> {};
    private static final String UNREAD = "Too many messages are waiting to be read. Reconnect and resume.";
    private static final String TOO_FAST = "Too many messages at once. Slow down.";

    private final Transport line;
    private final ChatLimits limits;
    private final ChatContext outside;
    private final QueueBudget.Share share;
    private final TextQueue in;
    private final TextQueue out;
    private final Heartbeat heartbeat;
    private final SocketRateLimit pace;
    private final Consumer<ClientConnection> whenGone;
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicReference<@Nullable Farewell> farewell = new AtomicReference<>();
    private volatile Future<?> introduction = CompletableFuture.completedFuture(null);
    private volatile Future<?> cut = CompletableFuture.completedFuture(null);
    private volatile boolean gone;

    private record Farewell(CloseCode code, String reason, Runnable gone) {}

    /**
     * @param budget of all peers
     * @param whenGone told once, when the connection is gone and its {@link ConnectionHandler} is over
     */
    ClientConnection(
            Transport line,
            ChatLimits limits,
            ChatContext outside,
            QueueBudget budget,
            Consumer<ClientConnection> whenGone) {
        this.line = line;
        this.whenGone = whenGone;
        this.limits = limits;
        this.outside = outside;
        share = budget.open(this::evict);
        in = new TextQueue(limits.queueMessages(), limits.queueChars(), share);
        out = new TextQueue(limits.queueMessages(), limits.queueChars(), share);
        heartbeat = new Heartbeat(line, limits, outside);
        pace = new SocketRateLimit(line);
    }

    /** Begins to talk. Unless it is {@link #introduced} in time, the connection ends. */
    void start(ConnectionHandler talk) {
        heartbeat.start();
        introduction = outside.timer()
                .schedule(this::endUnknown, limits.toAuthenticate().toMillis(), TimeUnit.MILLISECONDS);
        Thread.ofVirtual().name("out ", 0).start(this::write);
        Thread.ofVirtual().name("in ", 0).start(() -> listen(talk));
    }

    CallerAddress address() {
        return line.address();
    }

    /** The client said who it is: from now on it has all the time it wants, and may say that many bytes at once. */
    void introduced(int bytesAtOnce) {
        introduction.cancel(false);
        line.accept(bytesAtOnce);
    }

    /** Sees whether the client talks faster than it may. One thread calls it. */
    void look(long nanos) {
        if (!pace.isKept(nanos)) {
            endTooFast();
        }
    }

    /** Says something, without waiting. */
    void send(Object message) {
        sendEncoded(Wire.write(message));
    }

    /** Says something that is encoded already, without waiting. */
    void sendEncoded(String text) {
        if (!out.offer(text)) {
            endSlowReader();
        }
        share.shrink();
    }

    /** Says something as soon as the client has read enough of what went before. For this peer's own {@link ConnectionHandler} only. */
    void sendInTurn(String text) throws InterruptedException {
        sendInTurn(new ArrayDeque<>(List.of(text)));
    }

    /** Says all of these, each as soon as the client has read enough of what went before; empties the queue meanwhile. */
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

    /** So many characters wait for this peer outside its queues; fewer, where the number is negative. */
    void hold(long chars) {
        share.hold(chars);
        share.shrink();
    }

    /** Ends the connection after everything said so far. */
    void end(CloseCode code, String reason) {
        if (decideEnd(code, reason, NOTHING)) {
            out.close();
        }
    }

    /** Ends the connection now: of what was said so far, nothing more goes out, only {@code last} does. */
    void end(@Nullable Object last, CloseCode code, String reason) {
        end(last, code, reason, NOTHING);
    }

    /** The same; {@code gone} is called once the connection is gone for this reason and for no earlier one. */
    void end(@Nullable Object last, CloseCode code, String reason, Runnable gone) {
        if (decideEnd(code, reason, gone)) {
            out.closeWith(last == null ? null : Wire.write(last));
        }
    }

    /** The socket's callback: a message came in. */
    void received(String text) {
        if (!in.offer(text)) {
            endTooFast();
        }
        share.shrink();
    }

    /** The socket's callback: the connection is gone. */
    void closed() {
        farewell.compareAndSet(null, new Farewell(CloseCode.NORMAL, "", NOTHING));
        gone = true;
        heartbeat.stop();
        introduction.cancel(false);
        cut.cancel(false);
        in.closeWith(null);
        out.closeWith(null);
        share.close();
        oneEnd();
    }

    private void endUnknown() {
        end(CloseCode.REAUTHENTICATE, "This connection did not authenticate in time. Open a new one.");
    }

    private void endTooFast() {
        end(null, CloseCode.SLOW_DOWN, TOO_FAST, outside.meter()::talksTooFast);
    }

    private void endSlowReader() {
        end(null, CloseCode.TRY_LATER, UNREAD, outside.meter()::readsTooSlowly);
    }

    /** All peers together have too much to read, and this one most of it: its memory is free at once, not after a farewell. */
    private void evict() {
        endSlowReader();
        outside.timer().execute(line::cut);
    }

    private boolean decideEnd(CloseCode code, String reason, Runnable gone) {
        if (!farewell.compareAndSet(null, new Farewell(code, CloseReason.fit(reason), gone))) {
            return false;
        }
        in.closeWith(null);
        cutLater();
        return true;
    }

    /** Cuts a connection that does not end by itself. One that is gone already leaves no timer that would hold it. */
    private void cutLater() {
        cut = outside.timer().schedule(line::cut, limits.farewell().toMillis(), TimeUnit.MILLISECONDS);
        if (gone) {
            cut.cancel(false);
        }
    }

    private void listen(ConnectionHandler talk) {
        try {
            talk.opened();
            String text;
            while ((text = in.take()) != null) {
                talk.said(text);
            }
        } catch (BadMessage | Wire.Malformed refused) {
            end(CloseCode.BAD_MESSAGE, String.valueOf(refused.getMessage()));
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error unexpected) {
            if (!Outage.isLogged(unexpected)) {
                LOG.warn("Could not handle a message; closing its connection", unexpected);
            }
            end(CloseCode.TRY_LATER, "The server could not handle this message. Reconnect in a moment.");
        } finally {
            leave(talk);
        }
    }

    private void leave(ConnectionHandler talk) {
        try {
            talk.gone();
        } catch (RuntimeException | Error unheard) {
            if (!Outage.isLogged(unheard)) {
                LOG.warn("Could not announce that a connection ended", unheard);
            }
        }
        oneEnd();
    }

    /** A connection has two ends that come in either order: the socket's and the talk's. */
    private void oneEnd() {
        if (ends.incrementAndGet() == 2) {
            whenGone.accept(this);
            Farewell last = farewell.get();
            if (last != null) {
                last.gone().run();
            }
        }
    }

    private void write() {
        try {
            String text;
            while ((text = out.take()) != null) {
                line.send(text);
            }
            Farewell last = farewell.get();
            if (last != null) {
                line.close(last.code().number(), last.reason());
            }
        } catch (IOException gone) {
            LOG.debug("A connection ended during a write: {}", gone.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.warn("Could not write to a connection; closing it", e);
            line.cut();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
