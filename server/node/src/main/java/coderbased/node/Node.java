package coderbased.node;

import coderbased.audit.SecurityEvent;
import coderbased.audit.SecurityLog;
import coderbased.auth.AuthRoutes;
import coderbased.auth.AuthService;
import coderbased.auth.AuthSettings;
import coderbased.auth.CallRoutes;
import coderbased.auth.session.AuthContext;
import coderbased.auth.tokens.AuthKeys;
import coderbased.blobs.BucketAddress;
import coderbased.blobs.FileBucket;
import coderbased.blobs.FileFolder;
import coderbased.bus.BusPorts;
import coderbased.bus.RedisAddress;
import coderbased.chat.ChatContext;
import coderbased.chat.ChatPorts;
import coderbased.chat.ChatRoutes;
import coderbased.chat.ChatService;
import coderbased.chat.SocketRoom;
import coderbased.files.FileRoutes;
import coderbased.files.FileService;
import coderbased.files.FileStore;
import coderbased.http.Callers;
import coderbased.protocol.Base32;
import coderbased.protocol.GuestToken;
import coderbased.protocol.Secret;
import coderbased.signatures.NativeSignatures;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.Refolding;
import coderbased.store.WriteProbe;
import coderbased.store.auth.SqlAuthStore;
import coderbased.store.chat.SqlChatStore;
import coderbased.store.files.SqlFileRecords;
import coderbased.tls.Tls;
import coderbased.tls.TlsProblem;
import coderbased.tls.TlsRenewal;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server: both services, what they stand on, and the HTTP server before them. Read top to bottom, this is the
 * wiring.
 *
 * <p>Several nodes may run in one program, each on a data directory of its own. Thread-safe.
 */
public final class Node implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final String FILES = "files";
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration BUS_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration HEADER_TIMEOUT = Duration.ofSeconds(5);
    private static final long SWEEP_MILLIS = 100;

    private final Settings settings;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final DataDirectory data;
    private final SecurityLog log;
    private final ChatService chat;
    private final Javalin http;
    private final AdminSocket admin;
    /** Counted once: those that make room and those that are accepted must be the same number. */
    private final int room = SocketRoom.connections();

    private final HeaderTimeout unfinished = new HeaderTimeout(HEADER_TIMEOUT, room);
    private volatile boolean draining;

    /**
     * Starts a server; when this returns, it serves.
     *
     * @param clock tells what time it is for sessions, links and messages. Turned by hand in a test, what is due
     *     happens within a quarter of a second
     * @throws StartupException where it cannot; nothing is left open then
     */
    public static Node start(Settings settings, Clock clock) {
        return new Node(settings, clock);
    }

    private Node(Settings settings, Clock clock) {
        this.settings = settings;
        SocketRoom.warning(room).ifPresent(LOG::warn);
        try {
            HeldPorts ports = open(HeldPorts.take(settings.address()));
            data = open(DataDirectory.take(settings.data()));
            NativeSignatures.install(settings.data());
            SecureRandom random = new SecureRandom();
            Metrics metrics = new Metrics();
            Database database = open(database());
            AuthKeys keys = AuthKeys.open(settings.data(), random);
            String nodeId = nodeId(random);
            BusPorts bus = open(bus(keys, nodeId));
            AuthService auth = open(new AuthService(
                    authSettings(nodeId),
                    new SqlAuthStore(database),
                    bus.auth(),
                    keys,
                    new AuthContext(clock, random, metrics)));
            log = auth.log();
            ScheduledExecutorService timer = timer("timer-", 2);
            ScheduledExecutorService sweeper = timer("sweeper-", 3);
            FileService files = new FileService(
                    files(), new SqlFileRecords(database), settings.limits().files(), clock, random);
            chat = open(new ChatService(
                    auth,
                    new ChatPorts(
                            new SqlChatStore(
                                    database, settings.limits().sockets().accounts()),
                            bus.fanout(),
                            bus.presence(),
                            files::uploaded),
                    new ChatContext(nodeId, clock, random, timer, metrics),
                    settings.limits().sockets()));
            metrics.watch(auth, chat);
            WriteProbe probe = new WriteProbe(database, System::nanoTime);
            again(sweeper, "Watching the database files", database::lost);
            again(sweeper, "Watching the data directory", data::look);
            again(sweeper, "Making the search index", new Refolding(database)::step);
            again(sweeper, "Clearing up files", files::sweep);
            again(sweeper, "Clearing up sessions", auth::sweep);
            again(sweeper, "Reading which sessions ended", auth::readRevocations);
            again(timer, "Looking after connections", chat::sweep);
            again(timer, "Ending unfinished requests", () -> unfinished.look(System.nanoTime()));
            Settings.Trust trust = settings.trust();
            Callers callers = new Callers(trust.proxies(), trust.behindTlsProxy(), System::nanoTime);
            CallRoutes calls = new CallRoutes(auth, callers);
            HealthRoutes health = new HealthRoutes(
                    () -> auth.isCurrent() && probe.takesWrites(), bus.health()::carries, () -> draining);
            http = Javalin.create(config -> {
                common(config, health);
                listenAt(config.jetty, sweeper, clock);
                config.jetty.modifyServer(server -> ListeningSocket.limit(server, room));
                // Each stands before those that were added earlier.
                new ChatRoutes(chat, callers, trust.allowedOrigins()).addTo(config.jetty);
                new EntryRoutes(HostCheck.of(trust)).addTo(config.jetty);
                new AuthRoutes(auth, calls).addTo(config.routes);
                new FileRoutes(files, calls, chat::sees).addTo(config.routes);
                MetricsRoutes.onPublicDoor(metrics::text, calls).addTo(config.routes);
            });
            ListeningSocket adminDoor =
                    new ListeningSocket(AdminSocket.HOST, settings.address().adminPort(), unfinished);
            admin = open(new AdminSocket(adminDoor, auth, metrics::text, config -> common(config, health)));
            bus.health().await(BUS_TIMEOUT);
            ports.close();
            admin.start();
            listen();
            data.keep();
            data.note(admin.address());
            noteStart();
        } catch (IOException e) {
            closeAll();
            throw new StartupException(ExitCode.DATA_UNUSABLE, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | Error e) {
            closeAll();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    /** Returns its address on this machine, for example {@code http://127.0.0.1:7070}. */
    public String address() {
        return settings.address().url(settings.trust().tls() != null, port());
    }

    /** Returns the address of its admin port, for example {@code http://127.0.0.1:41234}. */
    public String adminAddress() {
        return admin.address();
    }

    /**
     * Takes leave: is no longer ready, tells every connection when to come back, finishes every write, and returns
     * within ten seconds.
     */
    @Override
    public void close() {
        draining = true;
        log.note(SecurityEvent.SERVER_STOPPED, Version.OF_THIS_SERVER);
        chat.drain(DRAIN_TIMEOUT);
        closeAll();
    }

    private void noteStart() {
        Settings.Engines engines = settings.engines();
        log.note(
                SecurityEvent.SERVER_STARTED,
                Version.OF_THIS_SERVER,
                engines.database() == null ? "sqlite" : "postgresql",
                engines.bus() == null ? "none" : "redis",
                engines.files() == null ? "folder" : "bucket",
                address());
    }

    private Database database() throws IOException {
        Secret url = settings.engines().database();
        if (url != null) {
            return Databases.connect(url.value());
        }
        MoveMark.requireNone(settings.data());
        return Databases.open(DataDirectory.database(settings.data()));
    }

    private BusPorts bus(AuthKeys keys, String nodeId) {
        RedisAddress address = settings.engines().bus();
        return address == null ? BusPorts.inProcess() : BusPorts.redis(address, keys.serverId(), nodeId);
    }

    private FileStore files() throws IOException {
        BucketAddress bucket = settings.engines().files();
        if (bucket != null) {
            return open(FileBucket.open(bucket));
        }
        Path folder = settings.data().resolve(FILES);
        if (settings.engines().bus() != null) {
            LOG.warn("Files are in {}. Mount the same folder there on every node, or set --files.", folder);
        }
        return new FileFolder(folder);
    }

    private AuthSettings authSettings(String nodeId) {
        return AuthSettings.defaults(nodeId, Version.OF_THIS_SERVER)
                .with(settings.trust().linkCheck())
                .with(settings.limits().passwords())
                .with(settings.sessions());
    }

    private static String nodeId(SecureRandom random) {
        byte[] bits = new byte[GuestToken.NODE_CHARS];
        random.nextBytes(bits);
        return Base32.encode(bits).substring(0, GuestToken.NODE_CHARS);
    }

    private ScheduledExecutorService timer(String name, int threads) {
        ScheduledThreadPoolExecutor timer = open(new ScheduledThreadPoolExecutor(
                threads, Thread.ofPlatform().daemon().name(name, 0).factory()));
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static void again(ScheduledExecutorService executor, String name, Runnable task) {
        Periodic.run(executor, name, task, SWEEP_MILLIS);
    }

    /** Configures what both ports share. */
    private static void common(JavalinConfig config, HealthRoutes health) {
        new NoSessionRoutes().addTo(config.jetty);
        new ErrorRoutes().addTo(config.jetty);
        health.addTo(config.routes);
        new FallbackRoutes().addTo(config.routes);
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    private void listenAt(JettyConfig jetty, ScheduledExecutorService sweeper, Clock clock) {
        ListeningSocket door = new ListeningSocket(settings.host(), settings.port(), unfinished);
        Tls tls = settings.trust().tls();
        if (tls == null) {
            jetty.addConnector(door::plain);
            return;
        }
        TlsRenewal renewal = renewal(tls, clock);
        jetty.addConnector(
                (server, http) -> door.secured(server, http, renewal.current().store()));
        Periodic.run(
                sweeper,
                "Watching the TLS certificate",
                () -> renewal.look(fresh -> door.renew(fresh.store())),
                TlsRenewal.LOOK_MILLIS);
    }

    private static TlsRenewal renewal(Tls tls, Clock clock) {
        try {
            return new TlsRenewal(tls, clock);
        } catch (TlsProblem e) {
            throw new StartupException(ExitCode.REFUSED_SETTING, String.valueOf(e.getMessage()), e);
        }
    }

    private void listen() {
        opened.push(http::stop);
        try {
            http.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            throw ListeningSocket.refused(e, settings.host(), settings.port(), "--port");
        }
    }

    private <T extends AutoCloseable> T open(T part) {
        opened.push(part);
        return part;
    }

    private void closeAll() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception | Error e) {
                LOG.warn("Could not close everything in order", e);
            }
        }
    }
}
