package coderbased.story;

import static coderbased.story.World.PASSWORD;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import coderbased.auth.tokens.AuthKeys;
import coderbased.client.PhoneClient;
import coderbased.client.WebClient;
import coderbased.client.keys.Credentials;
import coderbased.client.net.ProblemException;
import coderbased.protocol.AuthHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Secrets are in no log and in no file of the server's, whatever happened. */
class SecretsStayTest {

    private static final String WRONG = "an altogether wrong passphrase";
    private static final int TELLING = 24;

    @TempDir
    private Path folder;

    private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, WRONG));

    @Test
    void logsAndDatabasesContainNoSecret() throws Exception {
        Overheard overheard = new Overheard();
        overheard.begin();
        try (World world = new World(folder)) {
            PhoneClient ada = world.signedUp("ada");
            WebClient desktop = world.desktop("office");
            String code = world.code(desktop);
            done(ada.links().approve(world.scan(ada, code).linkId()));
            world.authenticated(desktop);
            secrets.add(code.substring(code.length() - TELLING));
            note(world, "ada-phone");
            note(world, "office");
            world.restartServer();
            world.online(ada);
            world.authenticated(desktop);
            note(world, "office");
            assertThrows(ProblemException.class, () -> done(world.phone("thief").signIn("ada", WRONG)));
            assertThrows(ProblemException.class, () -> done(ada.changePassword(WRONG, WRONG + "!")));
            world.ban("ada", new AuthHttp.Ban(null, "spam"));
            secrets.add(Files.readString(folder.resolve("server").resolve(AuthKeys.ADMIN_TOKEN_FILE))
                    .strip());
        } finally {
            overheard.end();
        }
        assertFalse(overheard.lines.isEmpty(), "something was logged");
        assertEquals(List.of(), found(String.join("\n", overheard.lines)), "in the logs");
        assertEquals(List.of(), found(database()), "in the database");
    }

    /** Token and private key; of a token the part that nobody can guess. */
    private void note(World world, String profile) {
        Credentials kept = world.store(profile).load().orElseThrow();
        String token = kept.token().value();
        String signature = token.substring(token.lastIndexOf('.') + 1);
        secrets.add(signature.substring(0, TELLING));
        secrets.add(kept.key().value().replaceAll(".*\"d\":\"([^\"]+)\".*", "$1"));
        assertFalse(kept.toString().contains(signature));
    }

    private List<String> found(String where) {
        return secrets.stream()
                .flatMap(SecretsStayTest::spellings)
                .filter(where::contains)
                .toList();
    }

    private static Stream<String> spellings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return Stream.of(
                secret, base64.substring(0, base64.length() - 2), HexFormat.of().formatHex(bytes));
    }

    private String database() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("server"))) {
            StringBuilder all = new StringBuilder();
            files.filter(file -> file.getFileName().toString().contains(".db")).forEach(file -> all.append(read(file)));
            return all.toString();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that server and devices log, down to the smallest. */
    private static final class Overheard extends AppenderBase<ILoggingEvent> {

        final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final Logger ours = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("coderbased");

        private final Level usual = ours.getLevel();

        void begin() {
            setContext(ours.getLoggerContext());
            start();
            ours.addAppender(this);
            ours.setLevel(Level.TRACE);
        }

        void end() {
            ours.setLevel(usual);
            ours.detachAppender(this);
            stop();
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }
}
