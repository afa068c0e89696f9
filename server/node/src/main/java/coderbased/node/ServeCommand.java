package coderbased.node;

import coderbased.auth.LinkCheck;
import coderbased.auth.SessionLimits;
import coderbased.auth.TrustedProxies;
import coderbased.store.BucketAddress;
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
        usageHelpWidth = 110,
        description = {
            "Serves Coderbased Chat: desktops show a code, phones scan it, both chat. Everything is embedded.",
            "Prints one line with its address when it is ready, and stops in order on SIGTERM.",
            "",
            "Every setting can also be given as an environment variable: --link-check is CODERBASED_LINK_CHECK.",
            "A length of time is a number with d, h, m or s: 30d, 12h. A size is one with MB or GB: 500MB.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        commandListHeading = "%nCommands, for the people who run it:%n",
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

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only). Any other needs"
                    + " --tls-cert or --behind-tls-proxy.")
    private String host = "";

    @Option(
            names = "--port",
            defaultValue = "7070",
            description = "TCP port (default: ${DEFAULT-VALUE}); 0 takes a free one.")
    private int port;

    @Option(
            names = "--admin-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description =
                    "TCP port of the admin door, on 127.0.0.1 (default: a free one, which the commands below find)."
                            + " Choose one to let programs on this machine read /metrics there.")
    private int adminPort;

    @Option(
            names = "--data",
            defaultValue = DataOption.STANDARD,
            description =
                    "Directory for everything that lasts: database, keys, admin token (default: ${DEFAULT-VALUE})."
                            + " Made for its owner alone where there is none.")
    private Path data = Path.of(DataOption.STANDARD);

    @Option(
            names = "--database",
            paramLabel = "jdbc:postgresql://…",
            description =
                    "A PostgreSQL database for accounts and messages (default: a file in the data directory). With"
                            + " user and password behind a question mark: ?user=chat&password=…; better given as"
                            + " CODERBASED_DATABASE, for what stands on the command line everybody on this machine can read.")
    private @Nullable String database;

    @Option(
            names = "--bus",
            paramLabel = "redis://…",
            description = "A Redis over which several nodes on one --database speak with each other (default: none; one"
                    + " node needs none). Each node has its own data directory, and all have the same server-id,"
                    + " signing-key.pem and admin-token in it.")
    private @Nullable String bus;

    @Option(
            names = "--files",
            paramLabel = "s3://BUCKET[/PREFIX]",
            description =
                    "A bucket of an S3-compatible store for the files that people send (default: the folder files in"
                            + " the data directory, which several nodes have to share). Who asks there, AWS_ACCESS_KEY_ID,"
                            + " AWS_SECRET_ACCESS_KEY and AWS_REGION say.")
    private @Nullable String files;

    @Option(
            names = "--files-endpoint",
            paramLabel = "URL",
            description = "Where that store is, if it is not Amazon's: http://storage:9000.")
    private @Nullable URI filesEndpoint;

    @Option(
            names = "--link-check",
            paramLabel = "adaptive|always|never",
            defaultValue = "adaptive",
            converter = CheckPolicy.class,
            description =
                    "When the phone's two digits have to be typed on the desktop (default: ${DEFAULT-VALUE}: not where"
                            + " both are seen on the same network; behind a proxy always).")
    private LinkCheck linkCheck = LinkCheck.ADAPTIVE;

    @Option(
            names = "--web-idle",
            paramLabel = "TIME",
            defaultValue = "30d",
            converter = LengthOfTime.class,
            description =
                    "A linked desktop that does not connect for so long is logged out (default: ${DEFAULT-VALUE}).")
    private Duration webIdle = Duration.ZERO;

    @Option(
            names = "--web-without-phone",
            paramLabel = "TIME",
            defaultValue = "14d",
            converter = LengthOfTime.class,
            description = "So is one whose phone does not connect for so long (default: ${DEFAULT-VALUE}).")
    private Duration webWithoutPhone = Duration.ZERO;

    @Option(
            names = "--phone-idle",
            paramLabel = "TIME",
            defaultValue = "90d",
            converter = LengthOfTime.class,
            description = "A phone that does not connect for so long has to sign in again (default: ${DEFAULT-VALUE}).")
    private Duration phoneIdle = Duration.ZERO;

    @Option(
            names = "--device-limit",
            paramLabel = "NUMBER",
            defaultValue = "5",
            description = "Linked devices per account (default: ${DEFAULT-VALUE}).")
    private int deviceLimit;

    @Mixin
    private final AccountOptions accounts = new AccountOptions();

    @Option(
            names = "--allowed-origins",
            paramLabel = "ORIGIN",
            split = ",",
            description =
                    "Web pages that may connect, with commas between: https://chat.example.org (default: none; the"
                            + " apps need none).")
    private Set<String> allowedOrigins = Set.of();

    @Mixin
    private HostOption hosts = new HostOption();

    @Option(
            names = "--behind-tls-proxy",
            description = "A proxy in front of this server speaks TLS with everybody outside.")
    private boolean behindTlsProxy;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "NETWORK",
            split = ",",
            description = "The addresses of those proxies, with commas between: 10.0.0.5,fd00::/8. What they say in"
                    + " X-Forwarded-For is believed, unless it names this machine. List the proxies only, and let"
                    + " them write the header themselves. Without them limits per address are off behind a proxy,"
                    + " and the check number is always asked (default: none).")
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Speaks TLS itself, with this certificate and those that lead to its issuer, in PEM.")
    private @Nullable Path tlsCert;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's private key, in PEM.")
    private @Nullable Path tlsKey;

    @Override
    public Integer call() throws InterruptedException {
        Node node = Node.start(settings(), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(node), "shutdown"));
        spec.commandLine().getOut().println("Coderbased Chat serves on " + node.address());
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
                "--database: this is no address of a PostgreSQL database. It begins with " + MigrateCommand.POSTGRESQL
                        + ".");
        require(
                bus == null || bus.startsWith("redis://") || bus.startsWith("rediss://"),
                "--bus: this is no address of a Redis. It begins with redis:// or, with TLS, rediss://.");
        require(
                bus == null || database != null,
                "--bus: nodes that speak with each other need one database. Give it with --database.");
        require(deviceLimit > 0, "--device-limit: " + deviceLimit + " is too few. Choose 1 or more.");
        require(
                behindTlsProxy || tlsCert != null || isThisMachineOnly(),
                "--host: " + host
                        + " can be reached from other machines, and this server speaks no TLS. Give it a certificate"
                        + " with --tls-cert and --tls-key, or put a proxy that speaks TLS in front of it and say"
                        + " --behind-tls-proxy, or listen on 127.0.0.1.");
        Settings.Trust trust =
                new Settings.Trust(linkCheck, allowedOrigins, behindTlsProxy, proxies(), tls(), hosts.names());
        return new Settings(
                new Settings.Address(host, port, adminPort),
                new Settings.Engines(data, database, bus, bucket()),
                sessions(),
                accounts.limits(),
                trust);
    }

    private @Nullable BucketAddress bucket() {
        require(
                filesEndpoint == null || files != null,
                "--files-endpoint: it is of use with a bucket only. Give it with --files.");
        try {
            return files == null ? null : BucketAddress.of(files, filesEndpoint);
        } catch (IllegalArgumentException noBucket) {
            throw new ParameterException(spec.commandLine(), "--files: " + noBucket.getMessage(), noBucket);
        }
    }

    private @Nullable Tls tls() {
        require((tlsCert == null) == (tlsKey == null), "--tls-cert and --tls-key: give both or none.");
        require(
                tlsCert == null || !behindTlsProxy,
                "--tls-cert and --behind-tls-proxy: either the server speaks TLS, or the proxy in front of it.");
        return tlsCert == null || tlsKey == null ? null : new Tls(tlsCert, tlsKey);
    }

    private TrustedProxies proxies() {
        try {
            return TrustedProxies.of(trustedProxies);
        } catch (IllegalArgumentException noNetwork) {
            throw new ParameterException(spec.commandLine(), "--trusted-proxies: " + noNetwork.getMessage(), noNetwork);
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
        } catch (UnknownHostException unknown) {
            throw new ParameterException(
                    spec.commandLine(), "--host: there is no address named " + host + ".", unknown);
        }
    }

    private void requirePort(String option, int number) {
        require(
                number >= 0 && number <= 65_535,
                option + ": " + number + " is no port. Choose 1 to 65535, or 0 for a free one.");
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
