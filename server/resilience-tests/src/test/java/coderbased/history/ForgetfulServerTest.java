package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.history.Anomaly.Kind;
import coderbased.story.ServerProcess;
import coderbased.testing.Eventually;
import coderbased.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server whose disk goes back to an earlier day breaks the promise, and the history says so: what {@link
 * KilledAgainAndAgainTest} does not find could have been found.
 */
final class ForgetfulServerTest {

    @TempDir
    private Path folder;

    @Test
    void aForgetfulDiskIsDetected() throws Exception {
        Path data = folder.resolve("server");
        SplittableRandom random = new SplittableRandom(1);
        try (ServerProcess server = ServerProcess.start(data, "--port=" + FreePort.choose(random));
                History history = new History(folder.resolve("history.tsv"));
                Crowd crowd = new Crowd(server.address(), folder.resolve("devices"), history)) {
            crowd.gather(2);
            server.kill();
            server.awaitEnd();
            copy(data, folder.resolve("earlier"));
            server.start();
            Eventually.holds("everybody is back", crowd::isBack);
            sayTen(crowd);
            Eventually.holds("everything is answered and shown", crowd::isAtRest);
            assertEquals(List.of(), history.read(Checker::check));

            server.kill();
            server.awaitEnd();
            copy(folder.resolve("earlier"), data);
            server.start();
            Eventually.holds("everybody is back", crowd::isBack);
            Screen newcomer = crowd.people().getFirst().takeAnotherDesktop();
            Eventually.holds("it has read everything", newcomer::isAtTheEnd);
            List<Anomaly> found = history.read(Checker::check);
            List<Kind> kinds = found.stream().map(Anomaly::kind).toList();
            assertEquals(10, Collections.frequency(kinds, Kind.LOST), found::toString);
            // Who had read what is forgotten too; whether that shows depends on which screen was the last to say so.
            assertTrue(kinds.stream().allMatch(Set.of(Kind.LOST, Kind.DIVERGENCE)::contains), found::toString);
        }
    }

    private static void sayTen(Crowd crowd) {
        Screen screen = crowd.screens().getFirst();
        for (int i = 0; i < 10; i++) {
            screen.say(crowd.people().getFirst().conversations().getFirst(), "message " + i);
        }
    }

    /** The database as it stands, nothing else: keys and tokens stay what they are. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("coderbased.db"))
                    .toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
