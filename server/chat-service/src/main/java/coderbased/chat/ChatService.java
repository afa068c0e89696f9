package coderbased.chat;

import coderbased.auth.AuthEvent;
import coderbased.auth.AuthService;
import coderbased.auth.IssuedChallenge;
import coderbased.auth.Session;
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
 * The front door: holds every WebSocket of this node, guests that wait and devices that chat.
 *
 * <p>Whoever hears of a change hears it through here: what was said from the {@link ChatFanout}, what became of sessions
 * and links from the Auth Service's events. Thread-safe.
 */
public final class ChatService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChatService.class);
    private static final Duration WHEN_CROWDED = Duration.ofSeconds(30);

    private final AuthService auth;
    private final ChatStore store;
    private final ChatContext outside;
    private final ChatLimits limits;
    private final QueueBudget budget;
    private final OpenSockets open;
    private final ChatFanout fanout;
    private final GapRecovery missed;
    private final LiveSockets live;
    private final GuestLobby lobby;
    private final UnadmittedSockets unadmitted;
    private final MessageWriter writer;
    private final RateLimitedRequests requests;
    private final People people;
    private final PeopleRequests desk;
    private final Departures departures;
    private final Drain drain;
    private final AdmissionController turnstile;
    private final AutoCloseable events;

    /** Asks the store about what was heard, in that order: the next event, a logout perhaps, must not wait for it. */
    private final SerialExecutor asking = new SerialExecutor("asking");

    /** Opens; the ports stay the caller's. */
    public ChatService(AuthService auth, ChatPorts ports, ChatContext outside, ChatLimits limits) {
        this.auth = auth;
        this.outside = outside;
        this.limits = limits;
        store = ports.store();
        people = new People(auth);
        long heap = Runtime.getRuntime().maxMemory();
        budget = QueueBudget.ofHeap(heap);
        open = new OpenSockets(limits.perAddress());
        fanout = ports.fanout();
        missed = new GapRecovery(store, outside.timer(), new GapRecovery.Told(this::review, this::renew));
        live = new LiveSockets(fanout, ports.presence(), limits.perAccount(), missed, this::closed);
        int room = SocketRoom.of(heap);
        lobby = new GuestLobby(auth, room);
        unadmitted = new UnadmittedSockets(room);
        writer = new MessageWriter(store, outside.clock(), new ChangePublisher(fanout), outside.meter());
        desk = new PeopleRequests(store, people, fanout, ports.presence(), missed, outside);
        RequestRouter answered = new RequestRouter(
                new MessageRequests(store, writer, ports.files()),
                new GroupRequests(writer, people, ports.files(), outside, live),
                new HistoryRequests(store, new Backlog(store, live, Backlog.atOnce(heap))),
                new SearchRequests(store),
                new KeepingRequests(writer),
                desk);
        requests = new RateLimitedRequests(answered, limits.accounts(), outside);
        departures = new Departures(store, writer, System.nanoTime());
        drain = new Drain(open, outside);
        turnstile = new AdmissionController(limits.onTheWay(), outside.random(), System.nanoTime());
        writer.start();
        this.events = auth.subscribe(this::heard);
    }

    /**
     * Tells every connection that the server restarts and when to come back, waits until they are gone, and finishes every
     * write that was taken. New connections are turned away from now on.
     *
     * @param within when to give up waiting
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
     * Sends away who talks too fast; measures how many devices are served; lets go of every device while nobody can say whose session is still good, for to serve
     * one that was logged out would be worse than to serve nobody; and looks into the store for what was said on other nodes
     * while those cannot say so; and clears up now and then what is left of deleted accounts. The node calls it four times a second or more often; never blocks.
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
        turnstile.look(now);
        departures.look(now);
    }

    /** Hears nothing more. Whoever wants everybody to be told {@link #drain drains} first. */
    @Override
    public void close() {
        missed.close();
        writer.close();
        if (writer.isFinished()) {
            fanout.leave();
        }
        try {
            events.close();
        } catch (Exception stillSubscribed) {
            LOG.warn("Could not end the subscription to session events", stillSubscribed);
        }
        asking.close();
    }

    /** Whether a message that the session's account may see is one that the session's device sees, too. */
    public boolean sees(Session session, String conversationId, long seq) {
        return HistoryVisibility.of(store, session).sees(conversationId, seq);
    }

    /** How many desktops wait here. */
    public int guests() {
        return lobby.size();
    }

    /** How many devices of that kind chat here. */
    public long devices(DeviceKind kind) {
        return live.all().stream()
                .filter(device -> device.session().kind() == kind)
                .count();
    }

    /** A desktop without a token opened a connection. */
    ClientConnection openGuest(Transport line) {
        return open(line, lobby::park);
    }

    /** A device with a token opened a connection. */
    ClientConnection openChat(Transport line) {
        return open(
                line, peer -> new ChatHandler(peer, auth, live, requests, limits, turnstile, unadmitted, challenge()));
    }

    private IssuedChallenge challenge() {
        return new IssuedChallenge(outside.word(), outside.clock().instant());
    }

    private ClientConnection open(Transport line, Function<ClientConnection, ConnectionHandler> talk) {
        ClientConnection peer = new ClientConnection(line, limits, outside, budget, open::leave);
        if (!open.enter(peer)) {
            peer.start(new RejectedHandler(peer, DisconnectReason.SLOW_DOWN, WHEN_CROWDED));
        } else if (drain.hasBegun()) {
            peer.start(new RejectedHandler(peer, DisconnectReason.SERVER_RESTART, drain.hint()));
        } else {
            peer.start(talk.apply(peer));
        }
        return peer;
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
            case AuthEvent.NewLinksChanged changed -> asking.read(() -> newLinksChanged(changed.accountId()));
            case AuthEvent.ContactChanged changed -> asking.read(() -> contactChanged(changed.contact()));
        }
    }

    /** Asking the store must not keep the next delivery waiting. */
    private void review(LiveDevice device) {
        Thread.ofVirtual().name("watching").start(() -> SerialExecutor.logged(() -> desk.review(device)));
    }

    private void closed(Logout logout) {
        outside.meter().closed(Duration.between(logout.at(), outside.clock().instant()));
    }

    private void newLinksChanged(String accountId) {
        live.ofAccount(accountId).forEach(this::newLinks);
    }

    private void newLinks(LiveDevice device) {
        device.readAndTell(() ->
                device.tell(new ChatServerMessage.NewLinks(auth.linkWatch().news(device.session()))));
    }

    private static void devicesChanged(LiveDevice device) {
        if (device.session().kind() == DeviceKind.PHONE) {
            device.tell(new ChatServerMessage.DevicesChanged());
        }
    }

    /** What events would have told, if they had not been lost. */
    private void renew(LiveDevice device) {
        newLinks(device);
        devicesChanged(device);
    }

    private void admittedElsewhere(AuthEvent.SessionAdmitted admitted) {
        if (!admitted.nodeId().equals(outside.nodeId())) {
            live.renewedElsewhere(admitted.sessionId(), admitted.renewal());
        }
    }

    private void contactChanged(Contact contact) {
        store.companions(contact.accountId()).forEach(companion -> live.hear(companion, contact));
        if (!people.areHere(List.of(contact.accountId()))) {
            departures.begin();
        }
    }
}
