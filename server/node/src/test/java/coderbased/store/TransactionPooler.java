package coderbased.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A pooler between clients and a real PostgreSQL: it gives every transaction another of a few connections, as PgBouncer
 * does with {@code pool_mode = transaction}. What a session sets or prepares on a connection stays there for whoever
 * gets it next. It speaks version 3 of the protocol and lets everybody in. Thread-safe.
 */
final class TransactionPooler implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int PROTOCOL_3 = 196608;
    private static final int KEY_BYTES = 12;
    private static final int TIMEOUT_MILLIS = 60_000;

    private final ServerSocket door;
    private final BlockingQueue<Backend> idle = new LinkedBlockingQueue<>();
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

    /**
     * Opens connections for that user to a database of a server on this machine.
     *
     * @param connections at least 2; the one that was given back first is the next
     */
    TransactionPooler(int port, String user, String database, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            Backend backend = new Backend(port);
            open.add(backend.socket);
            backend.login(user, database);
            idle.add(backend);
        }
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(door);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Returns the number of connections that no transaction holds. */
    int idle() {
        return idle.size();
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : open) {
            each.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (SocketException _) {
            // Closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = in(client);
            DataOutputStream out = out(client);
            greet(in, out);
            while (true) {
                transaction(in, out);
            }
        } catch (EOFException | SocketException _) {
            // The client is gone.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void greet(DataInputStream in, DataOutputStream out) throws IOException, InterruptedException {
        Message start = Message.startup(in);
        while (start.number() == SSL_REQUEST) {
            out.write('N');
            out.flush();
            start = Message.startup(in);
        }
        Backend any = idle.take();
        idle.add(any);
        for (Message each : any.greeting) {
            each.to(out);
        }
        out.flush();
    }

    /** Passes on one transaction, on one connection. */
    private void transaction(DataInputStream in, DataOutputStream out) throws IOException, InterruptedException {
        List<Message> asked = request(in);
        Backend backend = idle.take();
        boolean whole = false;
        try {
            while (backend.ask(asked, out) != 'I') {
                asked = request(in);
            }
            whole = true;
        } finally {
            if (!whole) {
                backend.ask(List.of(new Message('Q', "ROLLBACK\0".getBytes(StandardCharsets.US_ASCII))), null);
            }
            idle.add(backend);
        }
    }

    /** Reads all that a client says before it waits for an answer. */
    private static List<Message> request(DataInputStream in) throws IOException {
        List<Message> said = new ArrayList<>();
        Message next;
        do {
            next = Message.of(in);
            if (next.type == 'X') {
                throw new EOFException("the client takes its leave");
            }
            said.add(next);
        } while (next.type != 'Q' && next.type != 'S');
        return said;
    }

    private static DataInputStream in(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    private static DataOutputStream out(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /** A connection to the database. */
    private static final class Backend {

        private final Socket socket;
        private final DataInputStream in;
        private final DataOutputStream out;
        private final List<Message> greeting = new ArrayList<>();

        Backend(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = in(socket);
            out = out(socket);
        }

        void login(String user, String database) throws IOException {
            byte[] said = ("user\0" + user + "\0database\0" + database + "\0\0").getBytes(StandardCharsets.UTF_8);
            out.writeInt(said.length + 2 * Integer.BYTES);
            out.writeInt(PROTOCOL_3);
            out.write(said);
            out.flush();
            Message next;
            do {
                next = Message.of(in);
                // A pooler has keys of its own: a client cannot know which connection will do its work.
                greeting.add(next.type == 'K' ? new Message('K', new byte[KEY_BYTES - Integer.BYTES]) : next);
            } while (next.type != 'Z');
        }

        /** Passes on a request and its answer; returns the state of the transaction after it. */
        int ask(List<Message> asked, @Nullable DataOutputStream answers) throws IOException {
            for (Message each : asked) {
                each.to(out);
            }
            out.flush();
            Message answer;
            do {
                answer = Message.of(in);
                if (answers != null) {
                    answer.to(answers);
                }
            } while (answer.type != 'Z');
            if (answers != null) {
                answers.flush();
            }
            return answer.bytes[0];
        }
    }

    /** A message of the protocol. */
    private record Message(int type, byte[] bytes) {

        static Message of(DataInputStream in) throws IOException {
            int type = in.readUnsignedByte();
            return new Message(type, in.readNBytes(in.readInt() - Integer.BYTES));
        }

        static Message startup(DataInputStream in) throws IOException {
            return new Message(0, in.readNBytes(in.readInt() - Integer.BYTES));
        }

        int number() {
            return ByteBuffer.wrap(bytes).getInt();
        }

        void to(DataOutputStream out) throws IOException {
            out.write(type);
            out.writeInt(bytes.length + Integer.BYTES);
            out.write(bytes);
        }
    }
}
