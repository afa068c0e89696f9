package coderbased.history;

import coderbased.story.Cable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address before several servers. Each new connection goes to the next of those that say that they are ready,
 * whoever comes; while none does, to the next of all.
 */
final class Balancer implements AutoCloseable {

    private static final long LOOK_AGAIN_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Server> servers = new ArrayList<>();
    private final ScheduledExecutorService looking;
    private final Cable cable;

    Balancer(List<Integer> ports) throws IOException {
        looking = Executors.newScheduledThreadPool(
                ports.size(), Thread.ofPlatform().daemon().name("looking").factory());
        ports.forEach(port -> servers.add(new Server(port)));
        servers.forEach(
                server -> looking.scheduleWithFixedDelay(server::look, 0, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS));
        cable = new Cable(this::next);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + cable.port());
    }

    /** True if every server says that it is ready. */
    boolean allAreReady() {
        return servers.stream().allMatch(server -> server.ready);
    }

    @Override
    public void close() throws IOException {
        looking.shutdownNow();
        cable.close();
        http.shutdownNow();
    }

    private int next() {
        List<Server> ready = servers.stream().filter(server -> server.ready).toList();
        List<Server> open = ready.isEmpty() ? servers : ready;
        return open.get(Math.floorMod(turn.getAndIncrement(), open.size())).port;
    }

    /** One of them, as it was seen last. */
    private final class Server {

        private final int port;
        private final HttpRequest question;
        private volatile boolean ready;

        Server(int port) {
            this.port = port;
            this.question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                    .timeout(PATIENCE)
                    .build();
        }

        void look() {
            try {
                ready = http.send(question, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException _) {
                ready = false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
