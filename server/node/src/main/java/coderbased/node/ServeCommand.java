package coderbased.node;

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
        description = {
            "Runs Coderbased Chat: desktops show a code, phones scan it, both chat. Everything is embedded.",
            "Prints one line with its address when it is ready, and stops in order on SIGTERM.",
            "",
            "Each setting is also an environment variable: --link-check is CODERBASED_LINK_CHECK.",
            "A TIME is a number with d, h, m or s: 30d, 12h. A SIZE is a number with MB or GB: 500MB.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        commandListHeading = "%nCommands for the people who run the server:%n",
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
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only). Any other address needs"
                    + " --tls-cert and --tls-key, or --behind-tls-proxy.")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "7070",
            description = "TCP port (default: ${DEFAULT-VALUE}); 0 chooses a free one.")
    private int port;

    @Option(
            names = "--admin-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description =
                    "TCP port on 127.0.0.1 for the commands below, and for /metrics without a token (default: a free"
                            + " one, which the commands find).")
    private int adminPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DataOption.STANDARD,
            description = {
                "Directory for the database, the files, the keys and the admin token. Created for its owner alone if"
                        + " it does not exist.",
                "Default: ${DEFAULT-VALUE}"
            })
    private Path data = Path.of(DataOption.STANDARD);

    @Option(
            names = "--database",
            paramLabel = "ADDRESS",
            description = {
                "PostgreSQL database for accounts and messages (default: a SQLite file in the data directory).",
                "Example: jdbc:postgresql://db/chat?user=chat&password=secret",
                "Prefer CODERBASED_DATABASE: other users of this machine can see command lines."
            })
    private @Nullable String database;

    @Mixin
    private final BusOption bus = new BusOption();

    @Option(
            names = "--files",
            paramLabel = "ADDRESS",
            description = {
                "Bucket of an S3-compatible store for the files that people send (default: the folder files in the data"
                        + " directory, which all nodes must share).",
                "Example: s3://my-files/chat",
                "Credentials come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, the region from AWS_REGION."
            })
    private @Nullable String files;

    @Option(
            names = "--files-endpoint",
            paramLabel = "URL",
            description = {"Address of that store if it is not Amazon's.", "Example: http://storage:9000"})
    private @Nullable URI filesEndpoint;

    @Option(
            names = "--link-check",
            paramLabel = "MODE",
            defaultValue = "adaptive",
            converter = CheckPolicy.class,
            description = "When the desktop asks for the phone's two digits: adaptive, always or never (default:"
                    + " ${DEFAULT-VALUE}). With adaptive it does not ask if the server sees both on the same"
                    + " network.")
    private LinkCheck linkCheck = LinkCheck.ADAPTIVE;

    @Option(
            names = "--web-idle",
            paramLabel = "TIME",
            defaultValue = "30d",
            converter = LengthOfTime.class,
            description = "A linked desktop is logged out if it has not connected for this time (default:"
                    + " ${DEFAULT-VALUE}).")
    private Duration webIdle = Duration.ZERO;

    @Option(
            names = "--web-without-phone",
            paramLabel = "TIME",
            defaultValue = "14d",
            converter = LengthOfTime.class,
            description = "A linked desktop is logged out if its phone has not connected for this time (default:"
                    + " ${DEFAULT-VALUE}).")
    private Duration webWithoutPhone = Duration.ZERO;

    @Option(
            names = "--phone-idle",
            paramLabel = "TIME",
            defaultValue = "90d",
            converter = LengthOfTime.class,
            description =
                    "A phone must sign in again if it has not connected for this time (default: ${DEFAULT-VALUE}).")
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
            converter = Origin.class,
            description = {
                "Origins of web pages that may connect, separated by commas (default: none; the apps need none).",
                "Example: https://chat.example.org"
            })
    private Set<String> allowedOrigins = Set.of();

    @Mixin
    private HostOption hosts = new HostOption();

    @Option(names = "--behind-tls-proxy", description = "A proxy in front of this server terminates TLS.")
    private boolean behindTlsProxy;

    @Option(
            names = "--trusted-proxies",
            paramLabel = "NETWORK",
            split = ",",
            description = {
                "Proxies whose X-Forwarded-For is trusted, separated by commas (default: none). List only the"
                        + " proxies, and let them write the header themselves.",
                "Example: 10.0.0.5,fd00::/8",
                "Without this setting there are no limits per address behind a proxy, and the check number is always"
                        + " asked."
            })
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "The server's certificate and its intermediates, in PEM. The server then speaks TLS itself.")
    private @Nullable Path tlsCert;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "The certificate's private key, in PEM (default: in the file of --tls-cert).")
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
                "--database: this is not the address of a PostgreSQL database. It must begin with "
                        + MigrateCommand.POSTGRESQL + ".");
        RedisAddress redis = bus.address(spec.commandLine());
        require(
                redis == null || database != null,
                "--bus: connected nodes need a common database. Set it with --database.");
        require(deviceLimit > 0, "--device-limit: " + deviceLimit + " is too low. Choose 1 or more.");
        require(
                behindTlsProxy || tlsCert != null || isThisMachineOnly(),
                "--host: " + host
                        + " can be reached from other machines, and this server has no TLS. Set a certificate with"
                        + " --tls-cert and --tls-key, or put a proxy that terminates TLS in front of it and set"
                        + " --behind-tls-proxy, or listen on 127.0.0.1.");
        Settings.Trust trust =
                new Settings.Trust(linkCheck, allowedOrigins, behindTlsProxy, proxies(), tls(), hosts.names());
        return new Settings(
                new Settings.Address(host, port, adminPort),
                new Settings.Engines(data, database == null ? null : new Secret(database), redis, bucket()),
                sessions(),
                accounts.limits(),
                trust);
    }

    private @Nullable BucketAddress bucket() {
        require(filesEndpoint == null || files != null, "--files-endpoint: this needs a bucket. Set it with --files.");
        try {
            return files == null ? null : BucketAddress.of(files, filesEndpoint);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--files: " + e.getMessage(), e);
        }
    }

    private @Nullable Tls tls() {
        require(tlsKey == null || tlsCert != null, "--tls-key: this needs a certificate. Set it with --tls-cert.");
        require(
                tlsCert == null || !behindTlsProxy,
                "--tls-cert and --behind-tls-proxy: set only one. TLS is terminated by the server or by the proxy.");
        return tlsCert == null ? null : new Tls(tlsCert, tlsKey == null ? tlsCert : tlsKey);
    }

    private TrustedProxies proxies() {
        try {
            return TrustedProxies.of(trustedProxies);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--trusted-proxies: " + e.getMessage(), e);
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
            throw new ParameterException(spec.commandLine(), "--host: no address was found for " + host + ".", e);
        }
    }

    private void requirePort(String option, int number) {
        require(
                number >= 0 && number <= 65_535,
                option + ": " + number + " is not a port. Choose 1 to 65535, or 0 for a free one.");
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
