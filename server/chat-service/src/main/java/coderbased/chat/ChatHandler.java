package coderbased.chat;

import coderbased.auth.AuthService;
import coderbased.auth.session.Admission;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.Session;
import coderbased.auth.tokens.IssuedChallenge;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.Authenticate;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatServerMessage.Challenge;
import coderbased.protocol.ChatServerMessage.DeviceNamed;
import coderbased.protocol.ChatServerMessage.LoggedOut;
import coderbased.protocol.ChatServerMessage.NewLinks;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Logout;
import coderbased.protocol.NewLink;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of a chat connection. The challenge, the token, and the admission.
 *
 * <p>Before its admission, the device may only send {@link Authenticate}; after it, {@link RateLimitedRequests}
 * answers.
 *
 * <p>Hop 8 of the Guest Token's way.
 */
final class ChatHandler implements ConnectionHandler {

    private static final Duration FULL_RETRY_DELAY = Duration.ofSeconds(30);

    private final ClientConnection connection;
    private final AuthService auth;
    private final LiveSockets live;
    private final RateLimitedRequests requests;
    private final ChatLimits limits;
    private final IssuedChallenge challenge;
    private final AdmissionController admissions;
    private final UnadmittedSockets unadmitted;
    private AdmissionController.@Nullable Turn turn;
    private @Nullable LiveDevice device;
    private boolean isCounted;

    /** @param challenge the challenge of this connection */
    ChatHandler(
            ClientConnection connection,
            AuthService auth,
            LiveSockets live,
            RateLimitedRequests requests,
            ChatLimits limits,
            AdmissionController admissions,
            UnadmittedSockets unadmitted,
            IssuedChallenge challenge) {
        this.connection = connection;
        this.auth = auth;
        this.live = live;
        this.requests = requests;
        this.limits = limits;
        this.admissions = admissions;
        this.unadmitted = unadmitted;
        this.challenge = challenge;
    }

    @Override
    public void opened() {
        unadmitted.enter(connection);
        connection.send(new Challenge(auth.serverId(), challenge.nonce()));
    }

    @Override
    public void received(String text) throws BadMessage, Wire.Malformed, InterruptedException {
        ChatClientMessage message = Wire.read(text, ChatClientMessage.class);
        LiveDevice admitted = device;
        if (admitted != null) {
            requests.answer(admitted, message);
            if (message instanceof Resume && turn != null) {
                turn.caughtUp();
            }
        } else if (message instanceof Authenticate authenticate) {
            inTurn(authenticate);
        } else {
            throw new BadMessage("Authenticate first.");
        }
    }

    @Override
    public void gone() {
        unadmitted.leave(connection);
        if (turn != null) {
            turn.gone();
        }
        LiveDevice admitted = device;
        if (admitted == null) {
            return;
        }
        admitted.watching().close();
        live.leave(admitted);
        if (isCounted) {
            auth.disconnected(admitted.session());
        }
    }

    private void inTurn(Authenticate request) throws BadMessage {
        switch (admissions.enter(System.nanoTime())) {
            case AdmissionController.Turn mine -> {
                turn = mine;
                authenticate(request);
            }
            case AdmissionController.Later later ->
                RejectedHandler.now(connection, DisconnectReason.SLOW_DOWN, later.comeBackAfter());
        }
    }

    private void authenticate(Authenticate request) throws BadMessage {
        long knock = live.knock();
        try {
            switch (admission(request)) {
                case Admission.Admitted admitted -> enter(admitted, knock);
                case Admission.LoggedOut over -> refuse(over.logout());
                case Admission.Frozen _ -> frozen();
                case Admission.Late _ -> late();
                case Admission.Outdated _ -> RejectedHandler.outdated(connection);
            }
        } finally {
            live.knocked(knock);
        }
    }

    private Admission admission(Authenticate request) throws BadMessage {
        try {
            return auth.reinitialise(request, challenge, connection.address());
        } catch (AuthRefused e) {
            throw new BadMessage(e.problem().message());
        }
    }

    private void enter(Admission.Admitted admitted, long knock) {
        LiveDevice entering = LiveDevice.admitted(
                admitted.session(), connection, limits, requests.history().visibility(admitted.session()));
        if (!auth.isCurrent()) {
            entering.letGo();
            return;
        }
        switch (live.enter(entering, knock, () -> greet(admitted))) {
            case LiveSockets.Entry.In _ -> welcome(entering);
            case LiveSockets.Entry.Full _ ->
                RejectedHandler.now(connection, DisconnectReason.SLOW_DOWN, FULL_RETRY_DELAY);
            case LiveSockets.Entry.Over over -> refuse(over.logout());
            case LiveSockets.Entry.Frozen _ -> frozen();
            case LiveSockets.Entry.Late _ -> late();
        }
    }

    private void greet(Admission.Admitted admitted) {
        connection.introduced(Protocol.MAX_FRAME_BYTES);
        connection.send(admitted.message());
    }

    private void welcome(LiveDevice entering) {
        device = entering;
        unadmitted.leave(connection);
        entering.readAndTell(() -> {
            List<NewLink> unanswered = auth.newLinks().unanswered(entering.session());
            if (!unanswered.isEmpty()) {
                connection.send(new NewLinks(unanswered));
            }
            tellNewName(entering.session());
        });
        isCounted = true;
        auth.connected(entering.session());
    }

    /** Tells the name that a phone gave the device during its admission: an event found no device to tell. */
    private void tellNewName(Session session) {
        if (session.isLinked()) {
            String name = auth.deviceName(session);
            if (!name.equals(session.device().facts().name())) {
                connection.send(new DeviceNamed(name));
            }
        }
    }

    private void frozen() {
        RejectedHandler.now(connection, DisconnectReason.FROZEN, Duration.ZERO);
    }

    /** The device has connected again since: this connection is told to come back, and the session stays. */
    private void late() {
        connection.end(null, CloseCode.TRY_LATER, "This device has a newer connection. Reconnect in a moment.");
    }

    private void refuse(Logout logout) {
        connection.end(
                new LoggedOut(logout), CloseCode.LOGGED_OUT, logout.reason().sentence());
    }
}
