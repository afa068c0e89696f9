package coderbased.history;

import coderbased.story.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Resources that a server's process uses, as Linux and the JDK's own tools report them. */
record Effort(ServerProcess server) {

    private static final int TICKS_A_SECOND = 100;

    /** Positions of the two times behind a thread's name: user time and system time. */
    private static final int FOR_ITSELF = 11;

    private static final int BY_THE_SYSTEM = 12;

    /**
     * For how long its threads have worked, in milliseconds; without the compilers, which rest once they know the
     * program.
     */
    double workedMillis() {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(server.pid()), "task"))) {
            return threads.mapToDouble(Effort::workedMillis).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what lives in its heap, in bytes, once everything else is cleared away. */
    long liveBytes() throws IOException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String total = said(tool, String.valueOf(server.pid()), "GC.class_histogram").stream()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(total.split("\\s+")[2]);
    }

    /** Returns what it takes of the machine's memory, in bytes. */
    long residentBytes() throws IOException {
        return 1024
                * Long.parseLong(said("ps", "-o", "rss=", "-p", String.valueOf(server.pid()))
                        .getFirst()
                        .strip());
    }

    private static double workedMillis(Path thread) {
        try {
            String said = Files.readString(thread.resolve("stat"));
            String name = said.substring(said.indexOf('(') + 1, said.lastIndexOf(')'));
            String[] numbers = said.substring(said.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(numbers[FOR_ITSELF]) + Long.parseLong(numbers[BY_THE_SYSTEM]);
            return name.matches("C[12] Compiler.*") ? 0 : 1_000.0 * ticks / TICKS_A_SECOND;
        } catch (NoSuchFileException _) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> said(String... command) throws IOException {
        Process asked = new ProcessBuilder(command).start();
        try (BufferedReader lines = asked.inputReader()) {
            return lines.lines().toList();
        }
    }
}
