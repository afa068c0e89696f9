package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.PhoneClient;
import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.ProblemException;
import coderbased.client.net.Timing;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.ErrorCode;
import coderbased.story.ServerProcess;
import coderbased.testing.Eventually;
import coderbased.testing.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server's disk fills up in the middle of talk: from a moment on, whatever the server writes into any file fails.
 * Nothing is acknowledged that is not stored; what is said meanwhile waits, and goes out when there is room again, be
 * it that the server is killed in between.
 *
 * <p>{@code -Dhistory.seed=NUMBER} draws the same moments and the same words again. The history stays in {@code
 * target/history}.
 */
@EnabledOnOs(OS.LINUX)
final class FullDiskTest {

    private static final int MOST_UNANSWERED = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    @Test
    void aFullDiskDelaysMessagesAndExplainsRefusedSignUps() throws Exception {
        try (ServerProcess server = start();
                History history = new History(Path.of("target", "history", seed + ".tsv"));
                Crowd crowd = new Crowd(server.address(), folder.resolve("devices"), history);
                PhoneClient newcomer = phone(server)) {
            crowd.gather(2);
            Person ada = crowd.people().getFirst();
            server.fillDisk();
            Screen screen = ada.screens().getFirst();
            screen.say(ada.conversations().getFirst(), "is there room?");

            CompletableFuture<Void> signUp = newcomer.signUp("newcomer", "Newcomer", "correct horse battery");
            ProblemException refused =
                    (ProblemException) assertThrows(Exception.class, () -> Eventually.answered(signUp))
                            .getCause();
            assertEquals(ErrorCode.TRY_LATER, refused.problem().code());
            assertEquals("The server cannot answer now. Try again in a moment.", refused.getMessage());
            assertEquals(1, screen.unanswered());
            Eventually.holds("the server says that it stores nothing", () -> !server.isReady());

            server.makeRoom();
            Eventually.holds("the server says that it stores again", server::isReady);
            Eventually.holds("it is stored, and everybody sees it", crowd::isAtRest);
            Eventually.answered(newcomer.signUp("newcomer", "Newcomer", "correct horse battery"));
            assertEquals(0, screen.refused());
        }
    }

    @Test
    void aFullDiskLosesNothing() throws Exception {
        strike(3, 20, 1);
    }

    @Test
    @Tag("nightly")
    void aDiskThatFillsUpTwentyTimesLosesNothing() throws Exception {
        strike(25, 200, 20);
    }

    private void strike(int people, int messagesPerSecond, int times) throws Exception {
        System.out.println("history.seed=" + seed);
        try (ServerProcess server = start();
                Rounds rounds = new Rounds(seed, random, server.address(), folder.resolve("devices"))) {
            rounds.gather(people);
            rounds.run(messagesPerSecond, times, Duration.ofMinutes(10), () -> fill(server, rounds));
        }
    }

    /**
     * In the end there is room again, or it is killed, so that whatever it believes to have stored and has not is gone.
     */
    private void fill(ServerProcess server, Rounds rounds) throws Exception {
        int many = rounds.unanswered() + random.nextInt(MOST_UNANSWERED);
        server.fillDisk();
        Eventually.holds("answers stay away", () -> rounds.unanswered() > many);
        if (random.nextBoolean()) {
            server.makeRoom();
        } else {
            server.kill();
            server.awaitEnd();
            server.start();
        }
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(
                folder.resolve("server"),
                "--port=" + FreePort.choose(random),
                "--behind-tls-proxy",
                "--link-check=never");
    }

    private PhoneClient phone(ServerProcess server) {
        PhoneClient phone = Clients.phone(ClientConfig.of(
                        server.address(),
                        new DeviceFacts("newcomer", "Phone 1", "TestOS"),
                        new ProfileFolder(folder.resolve("newcomer")))
                .withClock(Clock.systemUTC())
                .withRandom(RANDOM)
                .withTiming(Timing.standard()));
        phone.start();
        return phone;
    }
}
