package coderbased.history;

import coderbased.auth.MadeSessions.Made;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import coderbased.testing.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A device that counts aloud in one conversation, and listens to the other who does so, too. What it heard it does not
 * keep, only how far everybody came and a digest, so that millions of messages go through a few of them. It comes back
 * whenever its connection ends, and says again what was not acknowledged, beginning with the oldest. Thread-safe.
 */
final class CountingDevice implements WholeTexts.Device {

    /** So many are under way at most, far fewer than a server lets wait. */
    private static final int UNDER_WAY = 50;

    private static final long BACK_AFTER_MILLIS = 100;

    /**
     * Longest wait before a device connects again: the JDK's WebSocket sometimes stops reading when much comes in
     * and says nothing of it.
     */
    private static final Duration IN_VAIN = Duration.ofSeconds(10);

    private final Admission admission;
    private final String account;
    private final URI chat;
    private final HttpClient http;
    private final Consumer<String> wrong;
    private final CompletableFuture<String> conversation = new CompletableFuture<>();
    private final Map<String, Long> counted = new HashMap<>();
    private CompletableFuture<?> saying = CompletableFuture.completedFuture(null);
    private WebSocket socket;
    private long listenedAt;
    private boolean live;
    private boolean over;
    private long target;
    private long said;
    private long acknowledged;
    private long lastPlace;
    private long acknowledgedDigest;
    private long ownDigest;
    private long heard;
    private long digest;

    /** @param wrong hears of whatever must not be */
    CountingDevice(Made made, URI server, HttpClient http, Consumer<String> wrong) {
        this.admission = new Admission(made);
        this.account = made.session().accountId();
        this.chat = URI.create("ws://" + server.getAuthority() + Protocol.CHAT_PATH);
        this.http = http;
        this.wrong = wrong;
    }

    /** Returns the account that it belongs to. */
    String account() {
        return account;
    }

    /** Connects, now and whenever the connection ended. */
    void connect() {
        http.newWebSocketBuilder().buildAsync(chat, new WholeTexts(this)).exceptionally(refused -> {
            ended(null);
            return null;
        });
    }

    /** The conversation with that device's owner, made where there is none; both count there. */
    void meet(CountingDevice other) throws Exception {
        Eventually.holds("it is connected", this::isLive);
        say(new ChatClientMessage.OpenDirect("open", other.account));
        other.conversation.complete(Eventually.answered(conversation));
    }

    /** Counts on, up to that number. */
    synchronized void countTo(long number) {
        target = number;
        goOn();
    }

    synchronized boolean isLive() {
        return live;
    }

    /** True if the server took everything, and everything that was said came here. */
    synchronized boolean isDone(long messages) {
        return acknowledged == target && heard == messages;
    }

    synchronized long acknowledged() {
        return acknowledged;
    }

    /** Returns how many messages came here, its own among them. */
    synchronized long heard() {
        return heard;
    }

    /** Returns what was said at which place by whom, up to now. */
    synchronized long digest() {
        return digest;
    }

    /** True if its own messages stand where it was told that they stand. */
    synchronized boolean standsByItsAcknowledgements() {
        return ownDigest == acknowledgedDigest;
    }

    /** Forgets what it heard, and comes again to hear it all. */
    synchronized void hearAgain() {
        heard = 0;
        digest = 0;
        ownDigest = 0;
        counted.clear();
        if (socket != null) {
            socket.abort();
            ended(socket);
        }
    }

    synchronized void leave() {
        over = true;
        if (socket != null) {
            socket.abort();
        }
    }

    @Override
    public synchronized void opened(WebSocket open) {
        socket = open;
        saying = CompletableFuture.completedFuture(null);
        listenedAt = System.nanoTime();
        lookLater(open);
    }

    @Override
    public synchronized void heard(WebSocket from, String text) {
        if (from == socket) {
            listenedAt = System.nanoTime();
            hear(text);
        }
    }

    @Override
    public void ended(WebSocket from, int code) {
        ended(from);
    }

    /** Returns how far it is. */
    @Override
    public synchronized String toString() {
        return "%s: %s, said %d, acknowledged %d of %d, heard %d"
                .formatted(account, live ? "live" : "away", said, acknowledged, target, heard);
    }

    private synchronized void ended(WebSocket which) {
        if (which == socket) {
            socket = null;
            live = false;
            if (!over) {
                CompletableFuture.delayedExecutor(BACK_AFTER_MILLIS, TimeUnit.MILLISECONDS)
                        .execute(this::connect);
            }
        }
    }

    private void lookLater(WebSocket which) {
        CompletableFuture.delayedExecutor(IN_VAIN.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> look(which));
    }

    private synchronized void look(WebSocket which) {
        boolean waits = !live || acknowledged < said;
        if (which == socket && waits && System.nanoTime() - listenedAt > IN_VAIN.toNanos()) {
            which.abort();
            ended(which);
        } else if (which == socket) {
            lookLater(which);
        }
    }

    private void hear(String message) {
        try {
            ChatServerMessage understood = Wire.read(message, ChatServerMessage.class);
            ChatClientMessage toBeLetIn = admission.answer(understood, have());
            if (toBeLetIn == null) {
                hear(understood);
            } else {
                say(toBeLetIn);
            }
        } catch (Wire.Malformed e) {
            wrong.accept(account + " does not understand: " + e.getMessage());
        }
    }

    private void hear(ChatServerMessage message) {
        switch (message) {
            case ChatServerMessage.CaughtUp _ -> begin();
            case ChatServerMessage.Opened answer ->
                conversation.complete(answer.conversation().id());
            case ChatServerMessage.MessageChanged(ChatMessage one) -> heard(one);
            case ChatServerMessage.Batch batch -> batch.messages().forEach(this::heard);
            case ChatServerMessage.Stored stored -> stored(stored);
            case ChatServerMessage.LoggedOut out -> wrong.accept(account + " was logged out: " + out);
            case ChatServerMessage.SendRefused no -> wrong.accept(account + " was refused: " + no);
            default -> {}
        }
    }

    private Map<String, Long> have() {
        return conversation.isDone() ? Map.of(conversation.join(), heard) : Map.of();
    }

    private void begin() {
        live = true;
        said = acknowledged;
        goOn();
    }

    private void goOn() {
        while (live && said < target && said - acknowledged < UNDER_WAY) {
            said++;
            String number = Long.toString(said);
            say(new ChatClientMessage.Send(number, conversation.join(), new Body.Text(number), null, false));
        }
    }

    private void stored(ChatServerMessage.Stored stored) {
        long number = Long.parseLong(stored.clientMessageId());
        if (number != acknowledged + 1 || stored.seq() <= lastPlace) {
            wrong.accept(account + " said " + (acknowledged + 1) + ", the last before it at " + lastPlace
                    + ", and hears of " + number + " at " + stored.seq());
        }
        acknowledged = number;
        lastPlace = stored.seq();
        acknowledgedDigest += mixed(stored.seq(), number);
        goOn();
    }

    private void heard(ChatMessage message) {
        if (message.seq() != heard + 1) {
            wrong.accept(account + " heard " + heard + " messages, and now number " + message.seq());
        }
        heard = message.seq();
        String sender = message.senderId();
        long number = message.body() instanceof Body.Text(String words) ? Long.parseLong(words) : 0;
        long due = counted.merge(sender, 1L, Long::sum);
        if (number != due) {
            wrong.accept(account + " heard " + number + " of " + sender + " at place " + message.seq() + ", where "
                    + due + " was due");
        }
        counted.put(sender, number);
        digest = digest * 31 + mixed(heard, number) + sender.hashCode();
        if (sender.equals(account)) {
            ownDigest += mixed(heard, number);
        }
    }

    private synchronized void say(ChatClientMessage message) {
        WebSocket now = socket;
        if (now != null) {
            String written = Wire.write(message);
            saying = saying.thenCompose(_ -> now.sendText(written, true));
        }
    }

    /** Well mixed, so that sums of them differ where their parts do. */
    private static long mixed(long place, long number) {
        long z = place * 0x9E3779B97F4A7C15L + number;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
