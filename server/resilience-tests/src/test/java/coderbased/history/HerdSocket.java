package coderbased.history;

import coderbased.auth.MadeSessions.Made;
import coderbased.client.net.WayBack;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A device of a herd: it holds a connection, says nothing, and comes back as the product's own do, at their own pace.
 * It notes how often it was answered and when it was back. Thread-safe.
 */
final class HerdSocket implements WholeTexts.Device {

    private final Admission admission;
    private final WayBack wayBack;
    private final URI chat;
    private final HttpClient http;
    private @Nullable WebSocket socket;
    private Duration comeBackAfter = Duration.ZERO;
    private boolean over;
    private boolean live;
    private long backAt;
    private int connections;
    private @Nullable String loggedOut;

    HerdSocket(Made made, URI node, HttpClient http, WayBack wayBack) {
        this.admission = new Admission(made);
        this.chat = URI.create("ws://" + node.getAuthority() + Protocol.CHAT_PATH);
        this.http = http;
        this.wayBack = wayBack;
    }

    /** Knocks at the server. */
    void knock() {
        http.newWebSocketBuilder()
                .connectTimeout(WayBack.TIMING.answerWithin())
                .buildAsync(chat, new WholeTexts(this))
                .exceptionally(unanswered -> {
                    lost(null, isSilence(unanswered) ? wayBack.afterSilence() : wayBack.afterLoss());
                    return null;
                });
    }

    /** From now on its connections are counted anew. */
    synchronized void countAnew() {
        connections = 0;
    }

    synchronized int connections() {
        return connections;
    }

    synchronized boolean isLive() {
        return live;
    }

    /** Returns the time at which it had caught up last, in nanoseconds of {@link System#nanoTime}. */
    synchronized long backAt() {
        return backAt;
    }

    /** Returns what it was told when it was logged out; null where it was not. */
    synchronized @Nullable String loggedOut() {
        return loggedOut;
    }

    /** Does not come back any more. */
    synchronized void leave() {
        over = true;
        if (socket != null) {
            socket.abort();
        }
    }

    @Override
    public synchronized void opened(WebSocket open) {
        socket = open;
        connections++;
        comeBackAfter = Duration.ZERO;
    }

    @Override
    public synchronized void heard(WebSocket from, String text) {
        try {
            ChatServerMessage understood = Wire.read(text, ChatServerMessage.class);
            ChatClientMessage toBeLetIn = admission.answer(understood, Map.of());
            if (toBeLetIn != null) {
                from.sendText(Wire.write(toBeLetIn), true);
            }
            switch (understood) {
                case ChatServerMessage.CaughtUp _ -> {
                    live = true;
                    backAt = System.nanoTime();
                    wayBack.in();
                }
                case ChatServerMessage.Disconnecting told -> comeBackAfter = Duration.ofMillis(told.retryAfterMillis());
                case ChatServerMessage.LoggedOut out -> loggedOut = out.toString();
                default -> {}
            }
        } catch (Wire.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void ended(WebSocket from, int code) {
        lost(from, comeBackAfter.isZero() ? wayBack.afterLoss() : wayBack.afterWord(comeBackAfter));
    }

    private synchronized void lost(@Nullable WebSocket which, Duration wait) {
        if (which == socket) {
            socket = null;
            live = false;
            if (!over) {
                CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(this::knock);
            }
        }
    }

    private static boolean isSilence(Throwable why) {
        return why instanceof ConnectException || why.getCause() instanceof ConnectException;
    }
}
