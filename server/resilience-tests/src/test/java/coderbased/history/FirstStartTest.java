package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/**
 * Files of a first start are on disk when the server is ready: the text of each file before the file has its name,
 * and then the name. {@code strace} writes down what the system is asked; where it cannot, the test is skipped.
 */
@EnabledOnOs(OS.LINUX)
final class FirstStartTest {

    private static final long LIMIT_SECONDS = Deadlines.seconds(120);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @Tag("nightly")
    @ValueSource(strings = {"signing-key.pem", "server-id", "admin-token"})
    void theCredentialsFileAndItsNameAreForced(String name) throws Exception {
        List<String> calls = calls();
        int renamed = first(calls, 0, "rename", "/data/" + name + "\"");
        assertTrue(renamed > 0, name + " is written beside, and renamed");
        int forced = first(calls, 0, "sync(", "/data/" + name);
        assertTrue(0 <= forced && forced < renamed, "its text is forced before that: " + forced + ", " + renamed);
        assertTrue(first(calls, renamed, "sync(", "/data>") > renamed, "the folder is forced after that");
    }

    private List<String> calls() throws Exception {
        Path calls = folder.resolve("calls.txt");
        Path data = folder.resolve("data");
        List<String> command = List.of(
                "strace",
                "-f",
                "-y",
                "-s300",
                "-e",
                "trace=fsync,fdatasync,rename,renameat,renameat2",
                "-o" + calls,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "coderbased.node.ServerMain",
                "--port=0",
                "--data=" + data);
        Process server = started(command);
        try {
            Eventually.holds("the server has noted where it serves", () -> isServing(data, server));
        } finally {
            server.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
            server.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
        return Files.readAllLines(calls);
    }

    private static Process started(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new TestAbortedException("system calls cannot be seen without strace", e);
        }
    }

    private static boolean isServing(Path data, Process server) {
        if (!server.isAlive()) {
            throw new TestAbortedException("strace may not watch a program here");
        }
        try {
            return Files.readString(data.resolve("server.lock")).contains("http");
        } catch (IOException _) {
            return false;
        }
    }

    private static int first(List<String> calls, int from, String call, String place) {
        for (int i = from; i < calls.size(); i++) {
            if (calls.get(i).contains(call) && calls.get(i).contains(place)) {
                return i;
            }
        }
        return -1;
    }
}
