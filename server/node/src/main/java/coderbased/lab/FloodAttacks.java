package coderbased.lab;

import coderbased.http.TrustedProxies;
import coderbased.lab.Attack.Sight;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Attacks by sheer number. */
final class FloodAttacks {

    private static final int SOCKETS = 80;
    private static final int PASSWORDS = 40;
    private static final int CODES = 100;
    private static final int FRAMES_AT_ONCE = 1_000;
    private static final long FLOOD_SECONDS = 15;

    /** An address for examples (RFC 5737): whoever floods is not on this machine, whose programs are not counted. */
    private static final String FAR = "198.51.100.7";

    /** A ping of a client's that carries nothing (RFC 6455 section 5.5.2). */
    private static final byte[] PING = {(byte) 0x89, (byte) 0x80, 0, 0, 0, 0};

    private FloodAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("flood of sockets", SOCKETS + " sockets of one address at once", FloodAttacks::sockets),
                new Attack(
                        "flood of codes",
                        CODES + " desktops of one address ask for codes one by one",
                        FloodAttacks::codes),
                new Attack("flood of frames", "a socket sends endless pings", FloodAttacks::frames),
                new Attack(
                        "flood of passwords",
                        PASSWORDS + " passwords are tried on one account",
                        FloodAttacks::passwords),
                new Attack(
                        "owner locked out",
                        "strangers use up the password tries, then the owner tries",
                        FloodAttacks::lockout));
    }

    /** The last of them says hello: what it is answered with shows whether it is one too many. */
    private static Sight sockets(TargetServer ground) throws Exception {
        List<RawSocket<GuestServerMessage>> open = new ArrayList<>();
        try {
            for (int i = 0; i < SOCKETS; i++) {
                open.add(ground.guestSocket(FAR));
            }
            open.getLast().say(hello(ground));
            boolean codeShown = open.getLast()
                    .next(GuestServerMessage.class)
                    .filter(GuestServerMessage.ShowCode.class::isInstance)
                    .isPresent();
            return Sight.of(!codeShown, "refused beyond the limit", "no limit");
        } finally {
            open.forEach(RawSocket::close);
        }
    }

    private static Sight passwords(TargetServer ground) throws Exception {
        LabDevice victim = LabDevice.signUp(ground);
        Keys keys = Keys.make(ground.random());
        for (int i = 0; i < PASSWORDS; i++) {
            AuthHttp.SignIn guess = new AuthHttp.SignIn(
                    victim.in().profile().handle(),
                    new Secret("a wrong guess " + i),
                    TargetServer.DEVICE,
                    keys.publicHalf());
            HttpResponse<String> answer = ground.callFrom(FAR, "POST", AuthHttp.SESSIONS, null, guess);
            if (codeOf(answer) == ErrorCode.SLOW_DOWN) {
                return new Sight(true, "slowed down after " + i);
            }
        }
        return new Sight(false, "no limit");
    }

    /** The right answer to the owner is the same as before the attack: that this password is wrong. */
    private static Sight lockout(TargetServer ground) throws Exception {
        LabDevice owner = LabDevice.signUp(ground);
        Keys keys = Keys.make(ground.random());
        ErrorCode stranger = ErrorCode.WRONG_PASSWORD;
        for (int i = 0; i < PASSWORDS && stranger == ErrorCode.WRONG_PASSWORD; i++) {
            AuthHttp.SignIn guess = new AuthHttp.SignIn(
                    owner.in().profile().handle(),
                    new Secret("a wrong guess " + i),
                    TargetServer.DEVICE,
                    keys.publicHalf());
            stranger = codeOf(ground.callFrom(FAR, "POST", AuthHttp.SESSIONS, null, guess));
        }
        AuthHttp.ChangePassword change =
                new AuthHttp.ChangePassword(new Secret("a slip of the owner's"), new Secret(TargetServer.PASSWORD));
        ErrorCode answer = codeOf(ground.callFrom(FAR, "POST", AuthHttp.PASSWORD, owner, change));
        return Sight.of(
                stranger == ErrorCode.SLOW_DOWN && answer == ErrorCode.WRONG_PASSWORD,
                "strangers wait, the owner's phone does not",
                "strangers hear " + stranger + ", the owner's phone " + answer);
    }

    private static ErrorCode codeOf(HttpResponse<String> answer) throws Wire.Malformed {
        return Wire.read(answer.body(), Problem.class).code();
    }

    private static Sight codes(TargetServer ground) throws Exception {
        for (int i = 0; i < CODES; i++) {
            try (RawSocket<GuestServerMessage> guest = ground.guestSocket(FAR)) {
                guest.say(hello(ground));
                Optional<GuestServerMessage> answer = guest.next(GuestServerMessage.class);
                if (answer.isEmpty() || answer.get() instanceof GuestServerMessage.Disconnecting) {
                    return new Sight(true, "slowed down after " + i);
                }
            }
        }
        return new Sight(false, "no limit");
    }

    /** Nobody hears of pings, and the sender need not wait for an answer. Whoever does neither goes on. */
    private static Sight frames(TargetServer ground) throws Exception {
        try (WaitingDesktop bystander = new WaitingDesktop(ground);
                Socket flooder = handshake(ground.socket(Protocol.GUEST_PATH))) {
            Thread.ofVirtual().start(() -> readAll(flooder));
            boolean cut = isCut(flooder.getOutputStream());
            bystander.plug().say(new GuestClientMessage.Cancel());
            boolean alive = bystander.end().isPresent();
            return Sight.of(
                    cut && alive,
                    "closed; other connections stay",
                    cut ? "other connections are lost too" : "never closed");
        }
    }

    private static boolean isCut(OutputStream out) {
        ByteBuffer many = ByteBuffer.allocate(FRAMES_AT_ONCE * PING.length);
        while (many.hasRemaining()) {
            many.put(PING);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(FLOOD_SECONDS);
        try {
            while (System.nanoTime() < end) {
                out.write(many.array());
            }
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private static void readAll(Socket from) {
        try {
            from.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // The end of it is seen where it is written to.
        }
    }

    /** A guest's socket opened by hand (RFC 6455 section 4.1): a client of the JDK's would not flood. */
    private static Socket handshake(URI address) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(FLOOD_SECONDS));
        String request = "GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + TrustedProxies.HEADER + ": " + TargetServer.NEAR
                + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next >= 0 && head.indexOf("\r\n\r\n") < 0; next = in.read()) {
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 101 ")) {
            socket.close();
            throw new IOException("no WebSocket");
        }
        return socket;
    }

    private static GuestClientMessage.Hello hello(TargetServer ground) throws GeneralSecurityException {
        return new GuestClientMessage.Hello(
                Protocol.VERSION,
                TargetServer.DEVICE,
                Keys.make(ground.random()).publicHalf());
    }
}
