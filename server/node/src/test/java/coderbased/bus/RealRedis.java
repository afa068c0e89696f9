package coderbased.bus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.opentest4j.TestAbortedException;
import redis.embedded.RedisServer;

/** A real Redis of one's own. Where it can not start, whoever asks is skipped with that reason. */
public final class RealRedis implements AutoCloseable {

    private final RedisServer server;
    private final int port;

    public RealRedis() {
        try {
            port = freePort();
            server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
        } catch (IOException | RuntimeException | LinkageError barred) {
            throw new TestAbortedException("Redis can not start here: " + barred, barred);
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** It is gone. */
    public void stop() throws IOException {
        server.stop();
    }

    /** It is back at the same place, and remembers nothing. */
    public void start() throws IOException {
        server.start();
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
