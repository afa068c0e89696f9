package coderbased.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.stream.Stream;

/** The file that every screen writes to, in the order in which things happened. Thread-safe. */
final class History implements AutoCloseable {

    private static final int DIGEST_BYTES = 10;

    private final Path file;
    private final BufferedWriter out;
    private final long began = System.nanoTime();

    History(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        this.file = file;
        this.out = Files.newBufferedWriter(file);
    }

    synchronized void note(Event.Kind kind, String device, String conversation, Event.Shown line, int place) {
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        try {
            out.write(new Event(millis, kind, device, conversation, line, place).text());
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns what is made of all that was noted until now, read line by line: a long history does not fit into memory.
     */
    synchronized <T> T read(Function<Stream<Event>, T> reader) throws IOException {
        out.flush();
        try (Stream<String> lines = Files.lines(file)) {
            return reader.apply(lines.map(Event::read));
        }
    }

    Path file() {
        return file;
    }

    /** Stands for a text. */
    static String digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
