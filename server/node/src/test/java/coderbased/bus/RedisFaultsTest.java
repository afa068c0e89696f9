package coderbased.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.node.LoggedLines;
import coderbased.protocol.Secret;
import coderbased.testing.Eventually;
import coderbased.testing.FreePort;
import coderbased.testing.SelfSigned;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault of Redis is named once by its cause, with the setting to change. */
final class RedisFaultsTest {

    private static final BusPace BRISK =
            new BusPace(Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(10));

    @TempDir
    private static Path folder;

    private static RealRedis redis;
    private static SelfSigned certificate;
    private static int tlsPort;

    @BeforeAll
    static void start() throws Exception {
        certificate = SelfSigned.in(folder);
        tlsPort = FreePort.choose(new SplittableRandom());
        redis = new RealRedis(List.of(
                "tls-port " + tlsPort,
                "tls-cert-file " + certificate.certificate(),
                "tls-key-file " + certificate.key(),
                "tls-auth-clients no"));
        redis.permit("node", "on", ">sesame", "&coderbased:*", "+@all");
        redis.permit(
                "mute", "on", ">sesame", "resetchannels", "&coderbased:*", "-@all", "+subscribe", "+hello", "+ping");
        redis.permit("elsewhere", "on", ">sesame", "resetchannels", "&shop:*", "+@all");
    }

    @AfterAll
    static void stop() throws Exception {
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void recipeNamesTheRedisOfTheTests() throws IOException {
        String version = redis.info()
                .lines()
                .filter(line -> line.startsWith("redis_version:"))
                .findFirst()
                .orElse("");
        String recipe = Files.readString(Path.of("deploy", "compose.yaml"));
        Matcher image = Pattern.compile("image: redis:([0-9.]+)").matcher(recipe);
        assertTrue(image.find(), recipe);
        assertTrue(
                System.getProperty("redis.server") != null
                        || version.startsWith("redis_version:" + image.group(1) + "."),
                version);
    }

    @Test
    void wrongUserOrPasswordIsNamed() throws Exception {
        names(redis.url("node", "sesam"), "Redis refuses the user or the password");
        names(redis.url("nobody", "sesame"), "Redis refuses the user or the password");
        names(redis.url("mute", "sesame"), "lacks a right in Redis");
        names(redis.url("elsewhere", "sesame"), "lacks a right in Redis");
    }

    @Test
    void missingPasswordIsNamed() throws Exception {
        redis.permit("default", "resetpass", ">sesame");
        try {
            names(redis.url(), "Redis asks for a password");
        } finally {
            redis.permitAs("sesame", "default", "nopass");
        }
    }

    @Test
    void wrongAddressIsNamed() throws Exception {
        names("redis://host.invalid", "no address was found for its host");
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            names("redis://127.0.0.1:" + bound.getLocalPort(), "nothing listens at its host and port");
        }
    }

    @Test
    void tlsAgainstPlainIsNamedOnBothSides() throws Exception {
        names(redis.url().replace("redis:", "rediss:"), "needs redis:// in --bus");
        names("redis://127.0.0.1:" + tlsPort, "needs rediss:// in --bus");
    }

    @Test
    void authorityOfTheCertificateMustBeKnown() throws Exception {
        String secured = "rediss://127.0.0.1:" + tlsPort;
        names(secured, "does not trust. Name the authority's certificate with --bus-ca");
        Path authority = certificate.certificate();
        names(new RedisAddress(new Secret("rediss://localhost:" + tlsPort), authority), "for another host name");
        try (BusPorts ports = BusPorts.redis(new RedisAddress(new Secret(secured), authority), "S", "CERT", BRISK)) {
            Eventually.holds("it carries over TLS", () -> ports.health().carries());
        }
    }

    @Test
    void fileOfTheAuthorityIsCheckedAtTheStart() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
        refuses(new RedisAddress(new Secret("rediss://db"), empty), "holds no certificate");
        refuses(new RedisAddress(new Secret("rediss://db"), folder.resolve("none.pem")), "cannot be read");
        refuses(RedisAddress.of("redis://:sesame@db:99999"), "Example: redis://");
    }

    @ParameterizedTest
    @CsvSource({
        "WRONGPASS invalid, refuses the user or the password",
        "NOAUTH needed, asks for a password",
        "NOPERM none, lacks a right",
        "DENIED protected, only programs on its own machine",
        "LOADING it, is starting",
        "ERR max number of clients reached, refuses a command: ERR max number of clients reached"
    })
    void refusalNamesTheCause(String said, String cause) {
        RuntimeException refused =
                new RedisConnectionException("Unable to connect", new RedisCommandExecutionException(said));
        assertCause(cause, refused);
    }

    @Test
    void outageIsOneKindHoweverItLooks() {
        String away = assertCause("nothing listens", connecting(new ConnectException("refused")));
        assertEquals(away, assertCause("does not answer", new RedisCommandTimeoutException("2 s")));
        assertEquals(away, assertCause("no address", connecting(new UnknownHostException("db"))));
        assertEquals(away, assertCause("has closed the connection", connecting(new IOException("reset"))));
        assertTrue(RedisCause.of(new IllegalStateException("a fault of ours")).isEmpty());
    }

    private static RuntimeException connecting(Exception cause) {
        return new RedisConnectionException("Unable to connect to db/<unresolved>:6379", cause);
    }

    private static String assertCause(String words, Throwable failure) {
        RedisCause cause = RedisCause.of(failure).orElseThrow();
        assertTrue(cause.reason().contains(words), cause.reason());
        assertTrue(cause.reason().endsWith(".") || cause.reason().startsWith("Redis refuses"), cause.reason());
        return cause.kind();
    }

    private static void refuses(RedisAddress address, String why) {
        String said = assertThrows(IOException.class, address::requireReadable).getMessage();
        assertTrue(said.contains(why), said);
        assertFalse(said.contains("sesame"), said);
    }

    private static void names(String url, String cause) throws Exception {
        names(RedisAddress.of(url), cause);
    }

    /** Checks that the first line names the cause, and that no later attempt adds one. */
    private static void names(RedisAddress address, String cause) throws Exception {
        try (LoggedLines lines = new LoggedLines();
                BusPorts ports = BusPorts.redis(address, "SERVER", "FAIL", BRISK)) {
            Eventually.holds("the cause is in the log", () -> lines.count("The bus failed") > 0);
            String line = lines.texts().getFirst();
            assertTrue(line.contains(cause), lines.texts().toString());
            assertFalse(line.contains("sesam") || line.contains("Exception") || line.contains("unresolved"), line);
            assertEquals(1, lines.count("The bus failed"), lines.texts().toString());
            assertFalse(ports.health().carries());
        }
    }
}
