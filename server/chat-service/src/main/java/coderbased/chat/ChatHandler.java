package coderbased.chat;

import coderbased.auth.Admission;
import coderbased.auth.AuthRefused;
import coderbased.auth.AuthService;
import coderbased.auth.IssuedChallenge;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.Authenticate;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatServerMessage.Challenge;
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
 * Our side of a chat connection. Hop 8 of the Guest Token's way: the challenge, the token, and whether the device is in.
 *
 * <p>Until it is, the only thing it can say is {@link Authenticate}; from then on {@link RateLimitedRequests} answers it.
 */
final class ChatHandler implements ConnectionHandler {

    private static final Duration WHEN_FULL = Duration.ofSeconds(30);

    private final ClientConnection peer;
    private final AuthService auth;
    private final LiveSockets live;
    private final RateLimitedRequests requests;
    private final ChatLimits limits;
    private final IssuedChallenge challenge;
    private final AdmissionController turnstile;
    private final UnadmittedSockets unadmitted;
    private AdmissionController.@Nullable Turn turn;
    private @Nullable LiveDevice device;
    private boolean isCounted;

    /** @param challenge of this connection */
    ChatHandler(
            ClientConnection peer,
            AuthService auth,
            LiveSockets live,
            RateLimitedRequests requests,
            ChatLimits limits,
            AdmissionController turnstile,
            UnadmittedSockets unadmitted,
            IssuedChallenge challenge) {
        this.peer = peer;
        this.auth = auth;
        this.live = live;
        this.requests = requests;
        this.limits = limits;
        this.turnstile = turnstile;
        this.unadmitted = unadmitted;
        this.challenge = challenge;
    }

    @Override
    public void opened() {
        unadmitted.enter(peer);
        peer.send(new Challenge(auth.serverId(), challenge.nonce()));
    }

    @Override
    public void said(String text) throws BadMessage, Wire.Malformed, InterruptedException {
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
        unadmitted.leave(peer);
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

    private void inTurn(Authenticate said) throws BadMessage {
        switch (turnstile.enter(System.nanoTime())) {
            case AdmissionController.Turn mine -> {
                turn = mine;
                authenticate(said);
            }
            case AdmissionController.Later later ->
                RejectedHandler.now(peer, DisconnectReason.SLOW_DOWN, later.comeBackAfter());
        }
    }

    private void authenticate(Authenticate said) throws BadMessage {
        long knock = live.knock();
        try {
            switch (admission(said)) {
                case Admission.Admitted admitted -> enter(admitted, knock);
                case Admission.LoggedOut over -> refuse(over.logout());
                case Admission.Frozen _ -> frozen();
                case Admission.Late _ -> late();
                case Admission.Outdated _ -> RejectedHandler.outdated(peer);
            }
        } finally {
            live.knocked(knock);
        }
    }

    private Admission admission(Authenticate said) throws BadMessage {
        try {
            return auth.reinitialise(said, challenge, peer.address());
        } catch (AuthRefused refused) {
            throw new BadMessage(refused.problem().message());
        }
    }

    private void enter(Admission.Admitted admitted, long knock) {
        LiveDevice entering = LiveDevice.admitted(
                admitted.session(), peer, limits, requests.history().horizon(admitted.session()));
        if (!auth.isCurrent()) {
            entering.letGo();
            return;
        }
        switch (live.enter(entering, knock)) {
            case LiveSockets.Entry.In _ -> welcome(entering, admitted);
            case LiveSockets.Entry.Full _ -> RejectedHandler.now(peer, DisconnectReason.SLOW_DOWN, WHEN_FULL);
            case LiveSockets.Entry.Over over -> refuse(over.logout());
            case LiveSockets.Entry.Frozen _ -> frozen();
            case LiveSockets.Entry.Late _ -> late();
        }
    }

    private void welcome(LiveDevice entering, Admission.Admitted admitted) {
        device = entering;
        unadmitted.leave(peer);
        peer.introduced(Protocol.MAX_FRAME_BYTES);
        peer.send(admitted.message());
        entering.readAndTell(() -> {
            List<NewLink> unanswered = auth.linkWatch().unanswered(entering.session());
            if (!unanswered.isEmpty()) {
                peer.send(new NewLinks(unanswered));
            }
        });
        isCounted = true;
        auth.connected(entering.session());
    }

    private void frozen() {
        RejectedHandler.now(peer, DisconnectReason.FROZEN, Duration.ZERO);
    }

    /** The device has connected again since: whoever still listens here comes back, and nobody is logged out. */
    private void late() {
        peer.end(null, CloseCode.TRY_LATER, "This device has a newer connection. Reconnect in a moment.");
    }

    private void refuse(Logout logout) {
        peer.end(new LoggedOut(logout), CloseCode.LOGGED_OUT, logout.reason().sentence());
    }
}
