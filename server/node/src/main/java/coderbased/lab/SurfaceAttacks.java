package coderbased.lab;

import coderbased.http.TrustedProxies;
import coderbased.lab.Attack.Sight;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.FileHttp;
import coderbased.protocol.Protocol;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Attacks on what a server shows to everybody: HTTP and WebSockets. */
final class SurfaceAttacks {

    private static final int OK = 200;
    private static final int UNREAD = 2_500;
    private static final int PAGE = 8;

    private SurfaceAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("foreign page", "web pages of other origins open WebSockets", SurfaceAttacks::origin),
                new Attack(
                        "foreign ids",
                        "another person's devices, messages and files are asked for",
                        SurfaceAttacks::ids),
                new Attack(
                        "seeming near",
                        "metrics and admin calls, with headers naming the server's machine",
                        SurfaceAttacks::near),
                new Attack("chat without a token", "a guest's socket is told to chat", SurfaceAttacks::guestChats),
                new Attack("huge messages", "more than the limits, by WebSocket and by HTTP", SurfaceAttacks::huge),
                new Attack(
                        "slow reader",
                        "a device that never reads asks for " + UNREAD + " pages",
                        SurfaceAttacks::slow));
    }

    private static Sight origin(TargetServer ground) {
        List<String> taken = new ArrayList<>();
        for (String origin : List.of(
                "https://evil.example", "null", "http://localhost.evil.example", "https://127.0.0.1.evil.example")) {
            for (String path : List.of(Protocol.GUEST_PATH, Protocol.CHAT_PATH)) {
                if (opens(ground, path, origin)) {
                    taken.add(origin + " " + path);
                }
            }
        }
        return Sight.of(taken.isEmpty(), "all are refused", "opened: " + String.join(", ", taken));
    }

    /** Asks the public door, with headers of all kinds, for what only the people who run the server may have. */
    private static Sight near(TargetServer ground) throws Exception {
        List<String> given = new ArrayList<>();
        for (String path : List.of("/metrics", AuthHttp.ADMIN_ACCOUNTS)) {
            for (String header : List.of(TrustedProxies.HEADER, "Forwarded", "X-Real-IP", "Via")) {
                for (String claim : List.of("127.0.0.1", "::1", "::ffff:127.0.0.1", "for=127.0.0.1", "unknown")) {
                    int status = ground.statusOf(path, header, claim);
                    if (status / 100 != 4) {
                        given.add(path + " " + status + " for " + header + " " + claim);
                    }
                }
            }
        }
        return Sight.of(given.isEmpty(), "nothing without the token", "answered: " + String.join(", ", given));
    }

    private static boolean opens(TargetServer ground, String path, String origin) {
        try {
            ground.http()
                    .newWebSocketBuilder()
                    .header("Origin", origin)
                    .header(TrustedProxies.HEADER, TargetServer.NEAR)
                    .buildAsync(ground.socket(path), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException) {
                return false;
            }
            throw e;
        }
    }

    private static Sight ids(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        LabDevice friend = LabDevice.signUp(ground);
        LabDevice attacker = LabDevice.signUp(ground);
        try (WaitingDesktop desktop = new WaitingDesktop(ground);
                RawSocket<ChatServerMessage> mine = victim.live();
                RawSocket<ChatServerMessage> theirs = attacker.live()) {
            String device = desktop.linkedBy(victim).in().sessionId();
            String conversation = conversation(mine, friend);
            mine.say(said("m1", conversation, "secret"));
            mine.await(ChatServerMessage.Stored.class);
            theirs.say(new ChatClientMessage.GetHistory(
                    "h", conversation, ChatClientMessage.GetHistory.Side.BEFORE, Long.MAX_VALUE));
            boolean read = theirs.next(ChatServerMessage.RequestFailed.class)
                    .filter(failed -> failed.problem().code() == ErrorCode.NOT_FOUND)
                    .isEmpty();
            theirs.say(said("m2", conversation, "forged"));
            boolean wrote = theirs.next(ChatServerMessage.SendRefused.class).isEmpty();
            boolean ruled = isDone(attacker.call("DELETE", named(AuthHttp.DEVICE, device), null))
                    || isDone(attacker.call("PATCH", named(AuthHttp.DEVICE, device), new AuthHttp.Rename("Mine")))
                    || isDone(
                            attacker.call("POST", named(AuthHttp.LINK_ANSWER, device), new AuthHttp.LinkAnswer(false)))
                    || isDone(attacker.call(
                            "GET",
                            FileHttp.MESSAGE_FILE
                                    .replace("{conversation}", conversation)
                                    .replace("{seq}", "1"),
                            null));
            return Sight.of(
                    !read && !wrote && !ruled, "all answered like unknown ids", "something foreign was reached");
        }
    }

    private static Sight guestChats(TargetServer ground) throws Exception {
        try (WaitingDesktop guest = new WaitingDesktop(ground)) {
            guest.plug().say(new ChatClientMessage.FindPeople("f", ""));
            Optional<Integer> closed = guest.plug().close(20);
            return Sight.of(closed.isPresent(), "closed", "still open");
        }
    }

    private static Sight huge(TargetServer ground) throws Exception {
        LabDevice somebody = LabDevice.signUp(ground);
        try (RawSocket<ChatServerMessage> plug = somebody.live()) {
            plug.say("\"" + "a".repeat(4 * Protocol.MAX_FRAME_BYTES) + "\"");
            boolean closed = plug.close(20).isPresent();
            String body = "{\"name\":\"" + "a".repeat(4 * Protocol.MAX_BODY_BYTES) + "\"}";
            boolean refused =
                    somebody.call("PATCH", named(AuthHttp.DEVICE, "x"), body).statusCode() == 413;
            return Sight.of(closed && refused, "closed, and 413", "accepted");
        }
    }

    /** Asks for more than a device reads: the server must not collect it, nor the requests. */
    private static Sight slow(TargetServer ground) throws Exception {
        LabDevice reader = LabDevice.signUp(ground);
        try (RawSocket<ChatServerMessage> other = LabDevice.signUp(ground).live()) {
            String conversation = conversation(other, reader);
            for (int i = 0; i < PAGE; i++) {
                other.say(said("m" + i, conversation, "x".repeat(Protocol.MAX_TEXT_BYTES)));
                other.await(ChatServerMessage.Stored.class);
            }
            RawSocket<ChatServerMessage> deaf = reader.deaf();
            boolean alive = true;
            for (int i = 0; i < UNREAD && alive; i++) {
                alive = deaf.say(new ChatClientMessage.GetHistory(
                        "p" + i, conversation, ChatClientMessage.GetHistory.Side.BEFORE, Long.MAX_VALUE));
            }
            deaf.readAll();
            Optional<Integer> closed = deaf.close(30);
            return Sight.of(!alive || closed.isPresent(), "closed", "kept open");
        }
    }

    private static String conversation(RawSocket<ChatServerMessage> of, LabDevice with) throws Exception {
        of.say(new ChatClientMessage.OpenDirect("open", with.in().profile().accountId()));
        return of.next(ChatServerMessage.Opened.class)
                .orElseThrow()
                .conversation()
                .id();
    }

    private static ChatClientMessage said(String name, String conversation, String words) {
        return new ChatClientMessage.Send(name, conversation, new Body.Text(words), null, false);
    }

    private static String named(String path, String id) {
        return path.replace("{id}", id);
    }

    private static boolean isDone(HttpResponse<String> answer) {
        return answer.statusCode() <= OK + 99;
    }
}
