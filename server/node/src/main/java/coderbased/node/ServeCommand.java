package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.auth.linking.LinkCheck;
import coderbased.auth.session.SessionLimits;
import coderbased.blobs.BucketAddress;
import coderbased.bus.RedisAddress;
import coderbased.http.TrustedProxies;
import coderbased.protocol.Secret;
import coderbased.tls.Tls;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the server; its options are its settings. */
@Command(
        name = "coderbased-chat-server",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        subcommands = {
            BanCommand.class,
            UnbanCommand.class,
            AccountsCommand.class,
            SessionsCommand.class,
            MigrateCommand.class,
            AttackLabCommand.class
        })
final class ServeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", descriptionKey = "options.host")
    private String host = "";

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "7070", descriptionKey = "options.port")
    private int port;

    @Option(names = "--admin-port", paramLabel = "PORT", defaultValue = "0", descriptionKey = "options.adminPort")
    private int adminPort;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = DataOption.STANDARD, descriptionKey = "options.data")
    private Path data = Path.of(DataOption.STANDARD);

    @Option(names = "--database", paramLabel = "ADDRESS", descriptionKey = "options.database")
    private @Nullable String database;

    @Mixin
    private final BusOption bus = new BusOption();

    @Option(names = "--files", paramLabel = "ADDRESS", descriptionKey = "options.files")
    private @Nullable String files;

    @Option(names = "--files-endpoint", paramLabel = "URL", descriptionKey = "options.filesEndpoint")
    private @Nullable URI filesEndpoint;

    @Option(
            names = "--link-check",
            paramLabel = "MODE",
            defaultValue = "adaptive",
            converter = CheckPolicy.class,
            descriptionKey = "options.linkCheck")
    private LinkCheck linkCheck = LinkCheck.ADAPTIVE;

    @Option(
            names = "--web-idle",
            paramLabel = "TIME",
            defaultValue = "30d",
            converter = LengthOfTime.class,
            descriptionKey = "options.webIdle")
    private Duration webIdle = Duration.ZERO;

    @Option(
            names = "--web-without-phone",
            paramLabel = "TIME",
            defaultValue = "14d",
            converter = LengthOfTime.class,
            descriptionKey = "options.webWithoutPhone")
    private Duration webWithoutPhone = Duration.ZERO;

    @Option(
            names = "--phone-idle",
            paramLabel = "TIME",
            defaultValue = "90d",
            converter = LengthOfTime.class,
            descriptionKey = "options.phoneIdle")
    private Duration phoneIdle = Duration.ZERO;

    @Option(names = "--device-limit", paramLabel = "NUMBER", defaultValue = "5", descriptionKey = "options.deviceLimit")
    private int deviceLimit;

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Option(
            names = "--allowed-origins",
            paramLabel = "ORIGIN",
            split = ",",
            converter = Origin.class,
            descriptionKey = "options.allowedOrigins")
    private Set<String> allowedOrigins = Set.of();

    @Mixin
    private HostOption hosts = new HostOption();

    @Option(names = "--behind-tls-proxy", descriptionKey = "options.behindTlsProxy")
    private boolean behindTlsProxy;

    @Option(names = "--trusted-proxies", paramLabel = "NETWORK", split = ",", descriptionKey = "options.trustedProxies")
    private List<String> trustedProxies = List.of();

    @Option(names = "--tls-cert", paramLabel = "FILE", descriptionKey = "options.tlsCert")
    private @Nullable Path tlsCert;

    @Option(names = "--tls-key", paramLabel = "FILE", descriptionKey = "options.tlsKey")
    private @Nullable Path tlsKey;

    @Override
    public Integer call() throws InterruptedException {
        Node node = Node.start(settings(), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(node), "shutdown"));
        spec.commandLine().getOut().println(MESSAGES.text("start.ready", "address", node.address()));
        spec.commandLine().getOut().flush();
        // The server's own threads work from here on; a signal ends the program.
        Thread.currentThread().join();
        return ExitCode.DONE.number();
    }

    private Settings settings() {
        requirePort("--port", port);
        requirePort("--admin-port", adminPort);
        require(
                database == null || database.startsWith(MigrateCommand.POSTGRESQL),
                MESSAGES.text("options.database.wrong", "begin", MigrateCommand.POSTGRESQL));
        RedisAddress redis = bus.address(spec.commandLine());
        require(redis == null || database != null, MESSAGES.text("options.bus.alone"));
        require(deviceLimit > 0, MESSAGES.text("options.tooLow", "option", "--device-limit", "number", deviceLimit));
        require(
                behindTlsProxy || tlsCert != null || isThisMachineOnly(),
                MESSAGES.text("options.host.open", "host", host));
        Settings.Trust trust =
                new Settings.Trust(linkCheck, allowedOrigins, behindTlsProxy, proxies(), tls(), hosts.names());
        return new Settings(
                new Settings.Address(host, port, adminPort),
                new Settings.Engines(data, database == null ? null : new Secret(database), redis, bucket()),
                sessions(),
                limits.limits(),
                trust);
    }

    private @Nullable BucketAddress bucket() {
        require(filesEndpoint == null || files != null, MESSAGES.text("options.filesEndpoint.alone"));
        try {
            return files == null ? null : BucketAddress.of(files, filesEndpoint);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    MESSAGES.text("options.wrong", "option", "--files", "reason", String.valueOf(e.getMessage())),
                    e);
        }
    }

    private @Nullable Tls tls() {
        require(tlsKey == null || tlsCert != null, MESSAGES.text("options.tlsKey.alone"));
        require(tlsCert == null || !behindTlsProxy, MESSAGES.text("options.tlsCert.twice"));
        return tlsCert == null ? null : new Tls(tlsCert, tlsKey == null ? tlsCert : tlsKey);
    }

    private TrustedProxies proxies() {
        try {
            return TrustedProxies.of(trustedProxies);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    MESSAGES.text(
                            "options.wrong", "option", "--trusted-proxies", "reason", String.valueOf(e.getMessage())),
                    e);
        }
    }

    private SessionLimits sessions() {
        SessionLimits standard = SessionLimits.defaults();
        return new SessionLimits(
                phoneIdle, webIdle, webWithoutPhone, standard.firstAdmission(), standard.tombstones(), deviceLimit);
    }

    private boolean isThisMachineOnly() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new ParameterException(spec.commandLine(), MESSAGES.text("options.host.unknown", "host", host), e);
        }
    }

    private void requirePort(String option, int number) {
        require(
                number >= 0 && number <= 65_535,
                MESSAGES.text("options.port.wrong", "option", option, "number", String.valueOf(number)));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private static void leave(Node node) {
        node.close();
        // The JVM would report the signal; a supervisor has to see that everything ended in order.
        Runtime.getRuntime().halt(ExitCode.DONE.number());
    }
}
