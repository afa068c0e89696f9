package coderbased.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import coderbased.auth.Bending;
import coderbased.auth.TestKey;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.FileHttp;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import coderbased.testing.Deadlines;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bent calls and frames go through real sockets to a server that runs: it refuses them in its own words and lives on.
 */
final class HostileWireTest {

    private static final int FEW = 200;
    private static final int MANY = 5_000;
    private static final int LIMIT_MILLIS = Deadlines.millis(30_000);

    /** 505 is an answer of its own: a line that was cut in two asks in HTTP/0.9, which the server does not speak. */
    private static final Pattern STATUS_OF_A_FAILURE = Pattern.compile("(?m)^HTTP/1\\.1 5(?!05 )");

    private static final Pattern INSIDES = Pattern.compile("Exception|\\tat |coderbased\\.|org\\.eclipse");
    private static final List<Integer> CLOSED_BY_A_FAILURE = List.of(1011, 1013);

    @TempDir
    private Path folder;

    private final Random random = new Random();
    private Node node;
    private TestPerson ada;

    @BeforeEach
    void aServer() throws Exception {
        node = Node.start(
                Settings.standard(folder)
                        .withPort(0)
                        .with(ChatLimits.standard().withPerAddress(0).withAccounts(AccountLimits.unlimited())),
                Clock.systemUTC());
        ada = TestPerson.signUp(node.port(), "ada");
    }

    /** Whatever happened: somebody new comes in with a phone and a desktop. */
    @AfterEach
    void isAlive() throws Exception {
        TestPerson bob = TestPerson.signUp(node.port(), "bob");
        bob.linked(node.port(), LinkChoices.FULL).live(node.port()).close();
        node.close();
    }

    @Test
    void calls() {
        calls(FEW);
    }

    @Test
    @Tag("nightly")
    void manyCalls() {
        calls(MANY);
    }

    @Test
    void framesOfGuests() {
        framesOfGuests(FEW);
    }

    @Test
    @Tag("nightly")
    void manyFramesOfGuests() {
        framesOfGuests(MANY);
    }

    @Test
    void framesOfDevices() throws Exception {
        framesOfDevices(FEW);
    }

    @Test
    @Tag("nightly")
    void manyFramesOfDevices() throws Exception {
        framesOfDevices(MANY);
    }

    private void calls(int times) {
        Object signUp = new AuthHttp.SignUp("eve", "Eve", new Secret("a long password"), TestPerson.DEVICE, key());
        List<String> good = List.of(
                call("POST", AuthHttp.ACCOUNTS, signUp),
                call(
                        "POST",
                        AuthHttp.SESSIONS,
                        new AuthHttp.SignIn("eve", new Secret("a guess"), TestPerson.DEVICE, key())),
                call(
                        "POST",
                        AuthHttp.PASSWORD,
                        new AuthHttp.ChangePassword(new Secret("a wrong password"), new Secret("another one"))),
                call(
                        "POST",
                        AuthHttp.LINKS,
                        new AuthHttp.ClaimCode(new Secret("N0DEABCDEFGHJKMNPQRSTVWXYZ0123"), null)),
                call("POST", AuthHttp.APPROVE, AuthHttp.Approval.PLAIN),
                call("PATCH", AuthHttp.DEVICE, new AuthHttp.Rename("Mine")),
                call("POST", AuthHttp.LINK_ANSWER, new AuthHttp.LinkAnswer(true)),
                call("PUT", AuthHttp.ADMIN_BAN, new AuthHttp.Ban(null, "spam")),
                call("POST", FileHttp.UPLOADS, new FileHttp.NewUpload("0".repeat(64), 7)),
                call("GET", FileHttp.MESSAGE_FILE, ""),
                call("GET", AuthHttp.LINK_HISTORY, ""));
        Bending.each(times, good, bent -> {
            String answer = answer(bent);
            assertFalse(STATUS_OF_A_FAILURE.matcher(answer).find(), answer);
            assertFalse(INSIDES.matcher(answer).find(), answer);
        });
    }

    /** Returns the purpose, and in the second line the content. */
    private static String call(String method, String path, Object body) {
        String place = path.replace("{id}", "x")
                .replace("{handle}", "eve")
                .replace("{conversation}", "c")
                .replace("{seq}", "1");
        return method + " " + place + "\n" + (body.equals("") ? "" : Wire.write(body));
    }

    /** Makes a call of those lines with ada's credentials, which are bent too now and then. */
    private String answer(String bent) throws IOException {
        String[] lines = bent.split("\n", 2);
        byte[] body = lines.length > 1 ? lines[1].getBytes(random.nextBoolean() ? UTF_8 : ISO_8859_1) : new byte[0];
        String[] credentials = credentials(lines[0]);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        said.writeBytes((lines[0] + " HTTP/1.1\r\nHost: 127.0.0.1:" + node.port()
                        + "\r\nConnection: close\r\nAuthorization: " + credentials[1] + "\r\nDPoP: " + credentials[3]
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(ISO_8859_1));
        said.writeBytes(body);
        try (Socket socket = new Socket("127.0.0.1", node.port())) {
            return answer(socket, said.toByteArray());
        }
    }

    private String[] credentials(String call) {
        int space = call.indexOf(' ');
        String[] headers;
        try {
            URI address = URI.create("http://127.0.0.1:" + node.port() + call.substring(space + 1));
            headers = ada.headers(call.substring(0, Math.max(0, space)), address);
        } catch (IllegalArgumentException _) {
            headers = ada.headers("GET", URI.create("http://127.0.0.1:" + node.port() + "/"));
        }
        int which = random.nextInt(8);
        if (which == 1 || which == 3) {
            headers[which] = Bending.bent(headers[which], random);
        }
        return headers;
    }

    /** Everything that the server says until it hangs up, which it may do at any time, in Latin-1. */
    private static String answer(Socket socket, byte[] said) throws IOException {
        socket.setSoTimeout(LIMIT_MILLIS);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(said);
            socket.shutdownOutput();
            socket.getInputStream().transferTo(answer);
        } catch (SocketException _) {
            return answer.toString(ISO_8859_1);
        }
        return answer.toString(ISO_8859_1);
    }

    private void framesOfGuests(int times) {
        List<String> good = List.of(
                Wire.write(new GuestClientMessage.Hello(Protocol.VERSION, TestPerson.DEVICE, key())),
                Wire.write(new GuestClientMessage.EnterNumber(new Secret("42"))),
                Wire.write(new GuestClientMessage.Cancel()));
        Bending.each(times, good, bent -> {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            said.writeBytes(frame(0x81, bent.getBytes(random.nextBoolean() ? UTF_8 : ISO_8859_1)));
            said.writeBytes(frame(0x88, new byte[] {0x03, (byte) 0xE8}));
            try (Socket socket = RawHandshake.open(node.port(), "")) {
                String answer = answer(socket, said.toByteArray());
                assertFalse(INSIDES.matcher(answer).find(), answer);
                int code = closeCode(answer.getBytes(ISO_8859_1));
                assertFalse(CLOSED_BY_A_FAILURE.contains(code), "closed with " + code);
            }
        });
    }

    /** One frame of a client, masked with nothing (RFC 6455 section 5.2). */
    private static byte[] frame(int first, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(frame);
        out.writeByte(first);
        if (payload.length < 126) {
            out.writeByte(0x80 | payload.length);
        } else {
            out.writeByte(0x80 | 126);
            out.writeShort(payload.length);
        }
        out.writeInt(0);
        out.write(payload);
        return frame.toByteArray();
    }

    /** The number in the close frame among the server's frames; 0 where there is none. */
    private static int closeCode(byte[] frames) {
        ByteBuffer rest = ByteBuffer.wrap(frames);
        while (rest.remaining() >= 2) {
            int first = rest.get() & 0xFF;
            int length = rest.get() & 0x7F;
            length = length == 126 ? rest.getShort() & 0xFFFF : length;
            if (first == 0x88) {
                return length >= 2 ? rest.getShort() & 0xFFFF : 0;
            }
            rest.position(Math.min(rest.limit(), rest.position() + length));
        }
        return 0;
    }

    private void framesOfDevices(int times) throws Exception {
        TestPerson eve = TestPerson.signUp(node.port(), "eve");
        String conversation;
        try (var socket = ada.live(node.port())) {
            conversation = TestPerson.openWith(socket, eve);
        }
        List<String> good = List.<ChatClientMessage>of(
                        new ChatClientMessage.Send("m", conversation, new Body.Text("hello"), null, false),
                        new ChatClientMessage.Search("r", "words", conversation, null),
                        new ChatClientMessage.React("r", conversation, 1, "x"),
                        new ChatClientMessage.GetHistory(
                                "h", conversation, ChatClientMessage.GetHistory.Side.BEFORE, 7),
                        new ChatClientMessage.Resume(Map.of(conversation, 1L)),
                        new ChatClientMessage.CreateGroup("g", "Group", List.of(eve.id())),
                        new ChatClientMessage.MarkRead(conversation, 1),
                        new ChatClientMessage.SaveDraft(conversation, "draft"),
                        new ChatClientMessage.Watch(List.of(eve.id())))
                .stream()
                .map(Wire::write)
                .toList();
        Device device = new Device();
        Bending.each(times, good, device::hears);
    }

    /** A phone that says something bent and then asks something good, and connects anew whenever it is thrown out. */
    private final class Device {

        private TestSocket<ChatServerMessage> socket = ada.live(node.port());
        private int asked;

        Device() throws Exception {}

        void hears(String bent) throws Exception {
            asked++;
            if (!isStillIn(new String(bent.getBytes(UTF_8), UTF_8))) {
                TestSocket.Close close = socket.close("it was thrown out");
                assertFalse(CLOSED_BY_A_FAILURE.contains(close.code()), close.toString());
                assertFalse(INSIDES.matcher(close.reason()).find(), close.reason());
                socket = ada.live(node.port());
            }
        }

        private boolean isStillIn(String bent) throws Exception {
            try {
                socket.sayRaw(bent);
                socket.say(new ChatClientMessage.FindPeople("p" + asked, "eve"));
            } catch (AssertionError _) {
                return false;
            }
            ChatServerMessage next;
            do {
                next = socket.nextOrEnd();
            } while (next != null && !isTheAnswer(next));
            return next != null;
        }

        private boolean isTheAnswer(ChatServerMessage message) {
            return message instanceof ChatServerMessage.PeopleFound found
                    && found.requestId().equals("p" + asked);
        }
    }

    private static DeviceKey key() {
        return new TestKey().publicHalf();
    }
}
