package coderbased.node;

import coderbased.testing.Eventually;
import coderbased.testing.FreePort;
import coderbased.testing.TestCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A real proxy that runs a shipped recipe. Only addresses, file names and the places of its own files are replaced. */
final class RunningProxy implements AutoCloseable {

    /** The programs that there are recipes for. */
    enum Kind {
        NGINX("nginx", "nginx.conf"),
        HAPROXY("haproxy", "haproxy.cfg");

        private final String program;
        private final String recipe;

        Kind(String program, String recipe) {
            this.program = program;
            this.recipe = recipe;
        }

        /** Returns the recipe as it is shipped. */
        String text() {
            try {
                return Files.readString(Path.of("deploy", recipe));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Returns the program on this machine, if there is one. */
        Optional<Path> installed() {
            return List.of("/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin").stream()
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private final int port = FreePort.choose(new Random());
    private final Path log;
    private final Process process;

    /**
     * Starts it; it accepts connections when this returns.
     *
     * @param nodes ports of the three nodes
     * @param isHttp2 true to switch HTTP/2 on, which the recipe leaves off
     */
    RunningProxy(Kind kind, Path folder, List<Integer> nodes, boolean isHttp2) throws IOException {
        Path pem = TestCertificate.FIRST.writeTo(folder.resolve("chat.pem"));
        String config = kind.text();
        for (int i = 0; i < nodes.size(); i++) {
            config = config.replace("node" + (i + 1) + ":7070", "127.0.0.1:" + nodes.get(i));
        }
        config = kind == Kind.NGINX ? nginx(config, folder, pem, isHttp2) : haproxy(config, pem, isHttp2);
        Path file = Files.writeString(folder.resolve("proxy.conf"), config);
        log = folder.resolve("proxy.log");
        String program = kind.installed().orElseThrow().toString();
        List<String> command = kind == Kind.NGINX
                ? List.of(program, "-p", folder.toString(), "-c", file.toString(), "-g", global(folder))
                : List.of(program, "-db", "-f", file.toString());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Eventually.holds(() -> "the proxy does not listen: " + said(), this::listens);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String nginx(String recipe, Path folder, Path pem, boolean isHttp2) {
        StringBuilder own = new StringBuilder("http {\n    access_log off;\n");
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            own.append("    ").append(kind).append("_temp_path ").append(folder).append(";\n");
        }
        return recipe.replaceFirst("http \\{\n", own.toString())
                .replaceFirst("worker_processes auto", "worker_processes 1")
                .replaceFirst("worker_connections 50000", "worker_connections 100")
                .replaceFirst("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl" + (isHttp2 ? " http2" : ""))
                .replace("/etc/nginx/chat.pem", pem.toString())
                .replace("/etc/nginx/chat.key", pem.toString());
    }

    private static String global(Path folder) {
        return "daemon off; error_log stderr; pid " + folder.resolve("nginx.pid") + ";";
    }

    private String haproxy(String recipe, Path pem, boolean isHttp2) {
        return recipe.replace("bind :443", "bind 127.0.0.1:" + port)
                .replace("/usr/local/etc/haproxy/chat.pem", pem.toString())
                .replace("alpn http/1.1", isHttp2 ? "alpn h2,http/1.1" : "alpn http/1.1");
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new AssertionError("the proxy ended: " + said());
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
