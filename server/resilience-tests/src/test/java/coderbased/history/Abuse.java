package coderbased.history;

import coderbased.auth.TestKey;
import coderbased.http.TrustedProxies;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.GuestClientMessage.Hello;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import coderbased.testing.Deadlines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Strangers who try to fill a server's memory, from very many addresses: refused upgrades, half upgrades, empty lines,
 * sign-ins with made-up names, and sockets that never read. Plays the proxy in front of the server too.
 */
final class Abuse implements AutoCloseable {

    private static final int SILENT_SOCKETS = 1_000;
    private static final int HALF_UPGRADES = 300;
    private static final int EMPTY_LINES = 100;
    private static final int LONG_NAME = 7_700;
    private static final int LIMIT_MILLIS = Deadlines.millis(30_000);
    private static final DeviceFacts DEVICE = new DeviceFacts("Phone", "Test 1", "TestOS");
    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    private final int port;
    private final TestKey key = new TestKey();
    private final AtomicLong tries = new AtomicLong();
    private final ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean over;

    Abuse(int port) {
        this.port = port;
    }

    /** Begins all of it; goes on until this is closed. */
    void begin() {
        strangers.execute(() -> again(this::refusedUpgrades));
        strangers.execute(() -> again(this::signIns));
        strangers.execute(() -> hold(HALF_UPGRADES, this::halfUpgrade));
        strangers.execute(() -> hold(EMPTY_LINES, this::emptyLines));
        strangers.execute(() -> hold(SILENT_SOCKETS, this::silentSocket));
    }

    /** Returns how often something was tried. */
    long tries() {
        return tries.get();
    }

    /** Ends all of it, and returns when every connection is closed. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        strangers.shutdown();
        if (!strangers.awaitTermination(LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
            strangers.shutdownNow();
        }
    }

    private interface Attempt {
        void make(Random random) throws IOException;
    }

    private interface Opening {
        Socket open(Random random) throws IOException;
    }

    /** A server may hang up on strangers; they come again. */
    private void again(Attempt attempt) {
        Random random = new Random();
        while (!over) {
            try {
                attempt.make(random);
            } catch (IOException _) {
                tries.incrementAndGet();
            }
        }
    }

    /** Holds that many connections, and opens a new one in place of the oldest, without end. */
    private void hold(int connections, Opening opening) {
        Random random = new Random();
        Deque<Socket> held = new ArrayDeque<>();
        while (!over) {
            try {
                held.addLast(opening.open(random));
                tries.incrementAndGet();
            } catch (IOException _) {
                // Refused; the next try is a new one.
            }
            if (held.size() > connections) {
                drop(held.removeFirst());
            }
        }
        held.forEach(Abuse::drop);
    }

    private void refusedUpgrades(Random random) throws IOException {
        try (Socket socket = connect()) {
            for (int i = 0; i < 200 && !over; i++) {
                say(socket, upgrade(Protocol.GUEST_PATH, random) + "Origin: https://evil.example\r\n\r\n");
                readAnswer(socket.getInputStream());
            }
        }
    }

    private void signIns(Random random) throws IOException {
        try (Socket socket = connect()) {
            for (int i = 0; i < 50 && !over; i++) {
                String name = Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX);
                String handle = random.nextBoolean() ? name : name + "n".repeat(LONG_NAME - name.length());
                String body = Wire.write(
                        new AuthHttp.SignIn(handle, new Secret("a made-up password"), DEVICE, key.publicHalf()));
                say(
                        socket,
                        "POST " + AuthHttp.SESSIONS + " HTTP/1.1\r\nHost: localhost\r\n" + from(random)
                                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                + body);
                readAnswer(socket.getInputStream());
            }
        }
    }

    private Socket halfUpgrade(Random random) throws IOException {
        Socket socket = connect();
        say(socket, upgrade(Protocol.CHAT_PATH, random) + "X-More: " + "m".repeat(random.nextInt(4_000)));
        return socket;
    }

    private Socket emptyLines(Random random) throws IOException {
        Socket socket = connect();
        say(socket, "\r\n".repeat(1 + random.nextInt(100)));
        return socket;
    }

    private Socket silentSocket(Random random) throws IOException {
        boolean guest = random.nextBoolean();
        Socket socket = connect();
        say(socket, upgrade(guest ? Protocol.GUEST_PATH : Protocol.CHAT_PATH, random) + "\r\n");
        if (guest) {
            socket.getOutputStream().write(frame(Wire.write(new Hello(Protocol.VERSION, DEVICE, key.publicHalf()))));
        }
        return socket;
    }

    private static String upgrade(String path, Random random) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\n" + KEY + from(random);
    }

    /** Some address of the networks for benchmarks (RFC 2544). */
    private static String from(Random random) {
        return TrustedProxies.HEADER + ": 198.18." + random.nextInt(256) + "." + random.nextInt(256) + "\r\n";
    }

    /** A masked text frame (RFC 6455 section 5.2); the mask is zero. */
    private static byte[] frame(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(
                new byte[] {(byte) 0x81, (byte) 0xFE, (byte) (payload.length >> 8), (byte) payload.length, 0, 0, 0, 0});
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4 * 1024);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.connect(new java.net.InetSocketAddress("127.0.0.1", port), LIMIT_MILLIS);
        return socket;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void readAnswer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the server hung up");
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
        int at = lower.indexOf("content-length:");
        if (at >= 0) {
            in.readNBytes(Integer.parseInt(
                    lower.substring(at + 15, lower.indexOf("\r\n", at)).strip()));
        }
        tries.incrementAndGet();
    }

    private static void drop(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException _) {
            // It is gone.
        }
    }
}
