package coderbased.history;

import coderbased.story.ServerProcess;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * System calls of a server as {@code strace} records them. The test is skipped without it.
 */
final class SystemCalls {

    private static final String LOG = "-wal>";
    private static final String ACKNOWLEDGEMENT = "\\\"type\\\":\\\"stored\\\"";

    private final Path calls;
    private final Path complaints;
    private final Process strace;

    private SystemCalls(Path folder, long pid) throws IOException {
        calls = folder.resolve("calls.txt");
        complaints = folder.resolve("strace.txt");
        List<String> command = List.of(
                "strace",
                "-f",
                "-y",
                "-s200",
                "-e",
                "trace=pwrite64,fsync,fdatasync,write,writev,sendto",
                "-o" + calls,
                "-p" + pid);
        strace = new ProcessBuilder(command).redirectError(complaints.toFile()).start();
    }

    /** Listens to a server from now on. */
    static SystemCalls of(ServerProcess server, Path folder) {
        try {
            SystemCalls listening = new SystemCalls(folder, server.pid());
            Eventually.holds("the server is watched", listening::hasBegun);
            return listening;
        } catch (IOException e) {
            throw new TestAbortedException("system calls cannot be seen without strace: " + e, e);
        }
    }

    private boolean hasBegun() {
        if (!strace.isAlive()) {
            throw new TestAbortedException("strace may not watch a program here");
        }
        try {
            return Files.readString(complaints).contains("attached");
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Stops listening. How many acknowledgements went out after the log was written and the disk said that it has it.
     */
    int acknowledgedFromTheDisk() throws Exception {
        strace.destroy();
        strace.waitFor();
        int fromTheDisk = 0;
        boolean written = false;
        boolean onDisk = false;
        String asking = "";
        for (String call : Files.readAllLines(calls)) {
            String thread = call.substring(0, call.indexOf(' ') + 1);
            if (call.contains(LOG) && call.contains("pwrite64(")) {
                written = true;
            } else if (call.contains(LOG) && call.contains("sync(")) {
                asking = thread;
            } else if (call.contains(ACKNOWLEDGEMENT)) {
                fromTheDisk += onDisk ? 1 : 0;
                onDisk = false;
            }
            if (thread.equals(asking) && call.contains("sync") && call.endsWith(" = 0")) {
                onDisk = written;
                written = false;
                asking = "";
            }
        }
        return fromTheDisk;
    }
}
