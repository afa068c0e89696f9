package coderbased.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server, started from its jar as a user would, on a free port of loopback. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+?:\\d+");
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 15;

    private final Path jar;
    private final Path data;
    private final List<String> options;
    private final URI address;
    private Process process;

    private ServerProcess(Path jar, Path data, List<String> options, Process process, URI address) {
        this.jar = jar;
        this.data = data;
        this.options = options;
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until it says where it serves. */
    static ServerProcess start(Path jar, Path data, List<String> options) throws Exception {
        if (!Files.isRegularFile(jar)) {
            throw new IOException("There is no server jar at " + jar + ". Build it first: mvn package");
        }
        Process process = launch(jar, data, options, 0);
        return new ServerProcess(jar, data, options, process, whereItServes(process));
    }

    /** Stops it as a supervisor would; what it keeps stays. */
    void stop() throws Exception {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the server did not stop within " + STOP_SECONDS + " s");
        }
    }

    /** Starts it where it was, and waits until it serves. */
    void startAgain() throws Exception {
        process = launch(jar, data, options, address.getPort());
        whereItServes(process);
    }

    /** Returns the address of the server. */
    URI address() {
        return address;
    }

    /** Returns the number of connections of a kind, {@code phone} or {@code desktop}, that it reports. */
    int connections(String kind) throws IOException {
        URLConnection call = address.resolve("/metrics").toURL().openConnection();
        String token = Files.readString(data.resolve("admin-token")).strip();
        call.setRequestProperty("Authorization", "Bearer " + token);
        try (InputStream metrics = call.getInputStream()) {
            String told = new String(metrics.readAllBytes(), StandardCharsets.UTF_8);
            Matcher count = Pattern.compile("coderbased_sockets\\{kind=\"" + kind + "\"} (\\d+)").matcher(told);
            if (!count.find()) {
                throw new IOException(address + " does not report the number of connections of kind " + kind);
            }
            return Integer.parseInt(count.group(1));
        }
    }

    /** Runs one of the jar's own subcommands against it, for example {@code ban ada}. */
    void admin(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        Process admin = new ProcessBuilder(command(jar, command.toArray(String[]::new)))
                .redirectErrorStream(true)
                .start();
        String said = new String(admin.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (admin.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + said.strip());
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Path jar, String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(words));
        return command;
    }

    private static Process launch(Path jar, Path data, List<String> options, int port) throws IOException {
        List<String> words = new ArrayList<>(List.of("--port", String.valueOf(port), "--data", data.toString()));
        words.addAll(options);
        return new ProcessBuilder(command(jar, words.toArray(String[]::new)))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("server.log").toFile()))
                .start();
    }

    private static URI whereItServes(Process process) throws Exception {
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> listen(process, address));
        return address.get(START_SECONDS, TimeUnit.SECONDS);
    }

    private static void listen(Process process, CompletableFuture<URI> address) {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher found = ADDRESS.matcher(line);
                if (found.find()) {
                    address.complete(URI.create(found.group()));
                }
            }
            address.completeExceptionally(new IOException("the server ended with exit code " + process.waitFor()));
        } catch (IOException | InterruptedException e) {
            address.completeExceptionally(e);
        }
    }
}
