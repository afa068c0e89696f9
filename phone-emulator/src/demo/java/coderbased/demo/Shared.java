package coderbased.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import redis.embedded.RedisServer;

/**
 * The services that the nodes of one server share: a PostgreSQL, a Redis, their keys, and the files that people send.
 */
final class Shared implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final List<String> KEYS = List.of("server-id", "signing-key.pem", "admin-token");

    private final EmbeddedPostgres database;
    private final RedisServer bus;
    private final int busPort;

    /** Starts both, with the database's rows in {@code data}. */
    Shared(Path data) throws IOException {
        database = startDatabase(data);
        try {
            busPort = freePort();
            bus = RedisServer.builder()
                    .port(busPort)
                    .bind(LOOPBACK)
                    .setting("save \"\"")
                    .build();
            bus.start();
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Returns the options that tell a node about both. */
    List<String> options() {
        return List.of(
                "--database=jdbc:postgresql://" + LOOPBACK + ":" + database.getPort() + "/postgres?user=postgres",
                "--bus=redis://" + LOOPBACK + ":" + busPort);
    }

    /** Gives the keys and the files' folder of the first node's data to another node, before that one's first start. */
    static void give(Path first, Path other) throws IOException {
        Files.createDirectories(other);
        for (String key : KEYS) {
            Files.copy(first.resolve(key), other.resolve(key), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createSymbolicLink(other.resolve("files"), Files.createDirectories(first.resolve("files")));
    }

    @Override
    public void close() throws IOException {
        try {
            bus.stop();
        } finally {
            database.close();
        }
    }

    private static EmbeddedPostgres startDatabase(Path data) throws IOException {
        try {
            return EmbeddedPostgres.builder().setDataDirectory(data).start();
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    "PostgreSQL cannot start here (" + e.getMessage()
                            + "). It does not run as root where user namespaces are disabled."
                            + " Run the demo as another user.",
                    e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return free.getLocalPort();
        }
    }
}
