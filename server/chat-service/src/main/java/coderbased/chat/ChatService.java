package coderbased.chat;

import coderbased.auth.AuthService;
import coderbased.auth.Directory;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.Session;
import coderbased.auth.tokens.IssuedChallenge;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.Contact;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Logout;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door: holds every WebSocket of this node, waiting guests and chatting devices.
 *
 * <p>All news enters here: messages from the {@link ChatFanout}, changes of sessions and links from the Auth Service's
 * events. Thread-safe.
 */
public final class ChatService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChatService.class);
    private static final Duration CROWDED_RETRY_DELAY = Duration.ofSeconds(30);

    private final AuthService auth;
    private final ChatStore store;
    private final ChatContext context;
    private final ChatLimits limits;
    private final QueueBudget budget;
    private final OpenSockets open;
    private final ChatFanout fanout;
    private final GapRecovery gaps;
    private final LiveSockets live;
    private final GuestLobby lobby;
    private final UnadmittedSockets unadmitted;
    private final MessageWriter writer;
    private final RateLimitedRequests requests;
    private final Directory people;
    private final PeopleRequests peopleRequests;
    private final Departures departures;
    private final Drain drain;
    private final AdmissionController admissions;
    private final AutoCloseable events;

    /** Reads the store because of events, in their order: the next event, perhaps a logout, must not wait for it. */
    private final SerialExecutor asking = new SerialExecutor("asking");

    /** Creates the service; the caller closes the ports. */
    public ChatService(AuthService auth, ChatPorts ports, ChatContext context, ChatLimits limits) {
        this.auth = auth;
        this.context = context;
        this.limits = limits;
        store = ports.store();
        people = auth.directory();
        long heap = Runtime.getRuntime().maxMemory();
        budget = QueueBudget.ofHeap(heap);
        open = new OpenSockets(limits.perAddress(), SocketRoom.sockets(SocketRoom.connections()));
        fanout = ports.fanout();
        gaps = new GapRecovery(store, context.timer(), new GapRecovery.Callbacks(this::review, this::renew));
        live = new LiveSockets(fanout, ports.presence(), limits.perAccount(), gaps, this::closed);
        long handles = FileHandles.free();
        lobby = new GuestLobby(auth, SocketRoom.guests(limits.guests(), heap, handles));
        unadmitted = new UnadmittedSockets(SocketRoom.strangers(heap, handles));
        writer = new MessageWriter(store, context.clock(), new ChangePublisher(fanout), context.meter());
        peopleRequests = new PeopleRequests(store, people, fanout, ports.presence(), gaps, context);
        RequestRouter answered = new RequestRouter(
                new MessageRequests(store, writer, ports.files()),
                new GroupRequests(writer, people, ports.files(), context, live),
                new HistoryRequests(store, new Backlog(store, live, Backlog.atOnce(heap))),
                new SearchRequests(store),
                new KeepingRequests(writer),
                peopleRequests);
        requests = new RateLimitedRequests(answered, limits.accounts(), context, auth.log());
        departures = new Departures(store, writer, System.nanoTime());
        drain = new Drain(open, context);
        admissions = new AdmissionController(limits.concurrentResumes(), context.random(), System.nanoTime());
        writer.start();
        this.events = auth.subscribe(this::heard);
    }

    /**
     * Tells every connection that the server restarts and when to come back, waits until they are gone, and finishes
     * every accepted write. New connections are turned away from now on.
     *
     * @param within the longest time to wait
     */
    public void drain(Duration within) {
        LOG.info(
                "Stopping; closing the connections of {} guests and {} devices",
                lobby.size(),
                live.all().size());
        drain.run(within);
        writer.close();
    }

    /**
     * Runs the periodic work; the node calls it at least four times a second, and it never blocks. It ends connections
     * that send too fast and measures the rate of admissions. It releases every device while the state of sessions is
     * unknown, because serving a logged-out device would be worse than serving none. It compares with the store while
     * deliveries of other nodes do not arrive, and now and then removes what deleted accounts left.
     */
    public void sweep() {
        if (!auth.isCurrent()) {
            live.all().forEach(LiveDevice::letGo);
        }
        if (!fanout.carries()) {
            live.look();
        }
        long now = System.nanoTime();
        open.look(now);
        admissions.look(now);
        departures.look(now);
    }

    /** Stops listening to events. To tell every client first, call {@link #drain}. */
    @Override
    public void close() {
        gaps.close();
        writer.close();
        if (writer.isFinished()) {
            fanout.leave();
        }
        try {
            events.close();
        } catch (Exception e) {
            LOG.warn("Could not end the subscription to session events", e);
        }
        asking.close();
    }

    /** True if the session's device sees a message that the session's account may see. */
    public boolean sees(Session session, String conversationId, long seq) {
        return HistoryVisibility.of(store, session).sees(conversationId, seq);
    }

    /** Returns the number of desktops that wait here. */
    public int guests() {
        return lobby.size();
    }

    /** Returns the number of devices of that kind that chat here. */
    public long devices(DeviceKind kind) {
        return live.all().stream()
                .filter(device -> device.session().kind() == kind)
                .count();
    }

    /** Opens the connection of a desktop without a token. */
    ClientConnection openGuest(Transport transport) {
        return open(transport, lobby::park);
    }

    /** Opens the connection of a device with a token. */
    ClientConnection openChat(Transport transport) {
        return open(
                transport,
                connection ->
                        new ChatHandler(connection, auth, live, requests, limits, admissions, unadmitted, challenge()));
    }

    private IssuedChallenge challenge() {
        return new IssuedChallenge(context.word(), context.clock().instant());
    }

    private ClientConnection open(Transport transport, Function<ClientConnection, ConnectionHandler> handler) {
        ClientConnection connection = new ClientConnection(transport, limits, context, budget, open::leave);
        try {
            connection.start(handler(connection, handler));
        } catch (RuntimeException | Error e) {
            connection.closed();
            open.leave(connection);
            throw e;
        }
        return connection;
    }

    private ConnectionHandler handler(
            ClientConnection connection, Function<ClientConnection, ConnectionHandler> handler) {
        if (!open.enter(connection)) {
            return new RejectedHandler(connection, DisconnectReason.SLOW_DOWN, CROWDED_RETRY_DELAY);
        }
        return drain.hasBegun()
                ? new RejectedHandler(connection, DisconnectReason.SERVER_RESTART, drain.hint())
                : handler.apply(connection);
    }

    private void heard(AuthEvent event) {
        switch (event) {
            case AuthEvent.SessionEnded ended -> live.end(ended.sessionId(), ended.logout());
            case AuthEvent.SessionFrozen frozen -> live.freeze(frozen.sessionId());
            case AuthEvent.SessionAdmitted admitted -> admittedElsewhere(admitted);
            case AuthEvent.LinkChanged changed ->
                live.ofSession(changed.phoneSessionId())
                        .ifPresent(phone -> phone.tell(new ChatServerMessage.LinkChanged(changed.status())));
            case AuthEvent.DevicesChanged changed ->
                live.ofAccount(changed.accountId()).forEach(ChatService::devicesChanged);
            case AuthEvent.NewLinksChanged changed ->
                asking.read(() -> live.ofAccount(changed.accountId()).forEach(this::linksChanged));
            case AuthEvent.ContactChanged changed -> asking.read(() -> contactChanged(changed.contact()));
        }
    }

    /** Runs on a thread of its own: reading the store must not delay the next delivery. */
    private void review(LiveDevice device) {
        Thread.ofVirtual().name("watching").start(() -> SerialExecutor.logged(() -> peopleRequests.review(device)));
    }

    private void closed(Logout logout) {
        context.meter().closed(Duration.between(logout.at(), context.clock().instant()));
    }

    private void linksChanged(LiveDevice device) {
        device.readAndTell(() -> {
            device.tell(new ChatServerMessage.NewLinks(auth.newLinks().unanswered(device.session())));
            if (device.session().isLinked()) {
                device.tell(new ChatServerMessage.DeviceNamed(auth.deviceName(device.session())));
            }
        });
    }

    private static void devicesChanged(LiveDevice device) {
        if (device.session().kind() == DeviceKind.PHONE) {
            device.tell(new ChatServerMessage.DevicesChanged());
        }
    }

    /** Tells the device what lost events would have told. */
    private void renew(LiveDevice device) {
        linksChanged(device);
        devicesChanged(device);
    }

    private void admittedElsewhere(AuthEvent.SessionAdmitted admitted) {
        if (!admitted.nodeId().equals(context.nodeId())) {
            live.renewedElsewhere(admitted.sessionId(), admitted.renewal());
        }
    }

    private void contactChanged(Contact contact) {
        store.companions(contact.accountId()).forEach(companion -> live.hear(companion, contact));
        if (!people.areThere(List.of(contact.accountId()))) {
            departures.begin();
        }
    }
}
