package coderbased.history;

import coderbased.auth.MadeSessions.Made;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A device that holds a chat connection, notes when it heard what, and does nothing else: ten thousand of them fit into
 * one program. It does not come back when its connection ends.
 */
final class HeldSocket implements WholeTexts.Device {

    private final Admission admission;
    private final URI node;
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<HeldSocket> live = new CompletableFuture<>();
    private final CompletableFuture<Ended> ended = new CompletableFuture<>();
    private final CompletableFuture<String> opened = new CompletableFuture<>();
    private volatile WebSocket socket;
    private CompletableFuture<?> saying = CompletableFuture.completedFuture(null);
    private volatile boolean loggedOut;

    /**
     * A message that somebody said.
     *
     * @param at in nanoseconds of {@link System#nanoTime}
     * @param tooLate whether the device had been told before that its session is over
     */
    record Heard(String text, long at, boolean tooLate) {}

    /**
     * The end of the connection.
     *
     * @param code of the close frame, or {@link WholeTexts#NO_WORD}
     * @param at in nanoseconds of {@link System#nanoTime}
     */
    record Ended(int code, long at) {}

    HeldSocket(Made made, URI node) {
        this.admission = new Admission(made);
        this.node = node;
    }

    /** Connects; is done once it has caught up. */
    CompletableFuture<HeldSocket> connect(HttpClient http) {
        URI chat = URI.create("ws://" + node.getAuthority() + Protocol.CHAT_PATH);
        http.newWebSocketBuilder().buildAsync(chat, new WholeTexts(this)).exceptionally(refused -> {
            live.completeExceptionally(refused);
            return null;
        });
        return live;
    }

    boolean isOpen() {
        return live.isDone() && !ended.isDone();
    }

    CompletableFuture<Ended> ended() {
        return ended;
    }

    Queue<Heard> heard() {
        return heard;
    }

    URI node() {
        return node;
    }

    /** The session that it is in. */
    String session() {
        return admission.device().session().id();
    }

    /** The conversation with that device's owner, made where there is none. */
    CompletableFuture<String> openWith(HeldSocket other) {
        say(new ChatClientMessage.OpenDirect(
                "open", other.admission.device().session().accountId()));
        return opened;
    }

    void say(String name, String conversation, String said) {
        say(new ChatClientMessage.Send(name, conversation, new Body.Text(said), null, false));
    }

    /** The call that ends this session, and where it is a phone's, those of its desktops. */
    HttpRequest logOut() {
        URI address = node.resolve(AuthHttp.OWN_SESSION);
        Made device = admission.device();
        return HttpRequest.newBuilder(address)
                .headers(device.key().headers("DELETE", address, device.token(), Instant.now()))
                .DELETE()
                .build();
    }

    void vanish() {
        if (socket != null) {
            socket.abort();
        }
    }

    @Override
    public void opened(WebSocket open) {
        socket = open;
    }

    @Override
    public void heard(WebSocket from, String text) {
        hear(text);
    }

    @Override
    public void ended(WebSocket from, int code) {
        ended.complete(new Ended(code, System.nanoTime()));
        live.completeExceptionally(new IllegalStateException("the connection ended with " + code));
    }

    private void hear(String message) {
        try {
            ChatServerMessage understood = Wire.read(message, ChatServerMessage.class);
            ChatClientMessage toBeLetIn = admission.answer(understood, Map.of());
            if (toBeLetIn == null) {
                hear(understood);
            } else {
                say(toBeLetIn);
            }
        } catch (Wire.Malformed e) {
            live.completeExceptionally(e);
        }
    }

    private void hear(ChatServerMessage message) {
        switch (message) {
            case ChatServerMessage.CaughtUp _ -> live.complete(this);
            case ChatServerMessage.Opened answer ->
                opened.complete(answer.conversation().id());
            case ChatServerMessage.MessageChanged said
            when said.message().body() instanceof Body.Text(String words) ->
                heard.add(new Heard(words, System.nanoTime(), loggedOut));
            case ChatServerMessage.LoggedOut _ -> loggedOut = true;
            default -> {}
        }
    }

    private synchronized void say(ChatClientMessage message) {
        String written = Wire.write(message);
        saying = saying.thenCompose(_ -> socket.sendText(written, true));
    }
}
