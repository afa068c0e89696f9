package coderbased.bus;

import coderbased.story.Signal;
import coderbased.testing.FreePort;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;
import redis.embedded.RedisExecProvider;
import redis.embedded.RedisServer;
import redis.embedded.RedisServerBuilder;
import redis.embedded.util.OSDetector;

/** A real Redis of one's own. Where it cannot start, whoever asks is skipped with that reason. */
public final class RealRedis implements AutoCloseable {

    private static final Pattern PID = Pattern.compile("process_id:(\\d+)");

    private final RedisServer server;
    private final int port;
    private long standing;

    public RealRedis() {
        this(List.of());
    }

    /** One that also speaks TLS, with these settings in the form of its configuration file. */
    RealRedis(List<String> settings) {
        try {
            port = FreePort.choose(new SplittableRandom());
            RedisServerBuilder builder = RedisServer.builder()
                    .redisExecProvider(program())
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"");
            settings.forEach(builder::setting);
            server = builder.build();
            server.start();
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new TestAbortedException("Redis cannot start here: " + e, e);
        }
    }

    /** Redis as it comes with the tests, or the program at {@code -Dredis.server=PATH}. */
    private static RedisExecProvider program() {
        String other = System.getProperty("redis.server");
        RedisExecProvider usual = RedisExecProvider.defaultProvider();
        return other == null ? usual : usual.override(OSDetector.getOS(), OSDetector.getArchitecture(), other);
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** It is gone. */
    public void stop() throws IOException {
        server.stop();
    }

    /** It is back at the same place, and remembers nothing. */
    public void start() throws IOException {
        server.start();
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }

    /** It ends without a word; {@link #start} brings it back. */
    public void kill() throws IOException {
        Signal.KILL.to(pid());
        server.stop();
    }

    /** It does not answer any more, and holds its connections. */
    public void standStill() {
        standing = pid();
        Signal.STOP.to(standing);
    }

    /** It goes on from there. */
    public void goOn() {
        Signal.CONT.to(standing);
    }

    /** Whatever it holds is gone. */
    public void forgetEverything() {
        ask(RedisCommands::flushall);
    }

    /** Gives a user these rights, in the words of ACL SETUSER. */
    public void permit(String user, String... rules) {
        permit(url(), user, rules);
    }

    /** Gives a user these rights when the usual user needs that password. */
    void permitAs(String password, String user, String... rules) {
        permit(url("default", password), user, rules);
    }

    private static void permit(String url, String user, String... rules) {
        ask(
                url,
                redis -> redis.dispatch(
                        CommandType.ACL,
                        new StatusOutput<>(StringCodec.UTF8),
                        new CommandArgs<>(StringCodec.UTF8)
                                .add("SETUSER")
                                .add(user)
                                .addValues(List.of(rules))));
    }

    /** Returns where that user connects. */
    public String url(String user, String password) {
        return "redis://" + user + ":" + password + "@127.0.0.1:" + port;
    }

    /** Returns what it says of itself, line by line. */
    public String info() {
        return ask(redis -> redis.info("all"));
    }

    private long pid() {
        Matcher named = PID.matcher(info());
        if (!named.find()) {
            throw new IllegalStateException("Redis does not say which process it is");
        }
        return Long.parseLong(named.group(1));
    }

    private <T> T ask(Function<RedisCommands<String, String>, T> question) {
        return ask(url(), question);
    }

    private static <T> T ask(String url, Function<RedisCommands<String, String>, T> question) {
        try (RedisClient client = RedisClient.create(url);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }
}
