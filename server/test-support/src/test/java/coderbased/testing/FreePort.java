package coderbased.testing;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * A port that a server can come back to. It lies below those that outgoing connections take: a client that calls while
 * nobody listens must not happen to be given the very port it calls.
 */
public final class FreePort {

    private FreePort() {}

    /** Chooses one at random. */
    public static int choose(RandomGenerator random) throws IOException {
        while (true) {
            int port = random.nextInt(15_000, 30_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException _) {
                continue;
            }
        }
    }
}
