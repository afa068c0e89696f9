package coderbased.lab;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A device with a token: a phone, or a desktop that was let in. */
final class LabDevice implements TokenHolder {

    private static final int FIRST_FAILURE = 300;

    private final TargetServer ground;
    private final Keys keys;
    private final AuthHttp.SignedIn in;
    private String token;

    LabDevice(TargetServer ground, Keys keys, AuthHttp.SignedIn in) {
        this.ground = ground;
        this.keys = keys;
        this.in = in;
        this.token = in.authToken().value();
    }

    /** Signs somebody new up, with a phone. */
    static LabDevice signUp(TargetServer server) throws Exception {
        int number = server.nextPerson();
        Keys keys = Keys.make(server.random());
        String handle = "lab-" + number + "-" + server.random().nextInt(Integer.MAX_VALUE);
        AuthHttp.SignUp body = new AuthHttp.SignUp(
                handle, "Lab " + number, new Secret(TargetServer.PASSWORD), TargetServer.DEVICE, keys.publicHalf());
        HttpResponse<String> answer = server.call("POST", AuthHttp.ACCOUNTS, null, body);
        return new LabDevice(server, keys, Wire.read(answer.body(), AuthHttp.SignedIn.class));
    }

    AuthHttp.SignedIn in() {
        return in;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public Keys keys() {
        return keys;
    }

    /** The same token and key in somebody else's hands. */
    LabDevice copy() {
        return with(keys);
    }

    /** The same token with a key that is not its own. */
    LabDevice with(Keys others) {
        return with(others, token);
    }

    /** The same key with another token. */
    LabDevice with(String other) {
        return with(keys, other);
    }

    private LabDevice with(Keys key, String presented) {
        return new LabDevice(
                ground, key, new AuthHttp.SignedIn(new Secret(presented), in.sessionId(), in.profile(), in.serverId()));
    }

    HttpResponse<String> call(String method, String path, @Nullable Object body) throws Exception {
        return ground.call(method, path, this, body);
    }

    /** Scans; empty where the server does not take the code. */
    Optional<AuthHttp.LinkOffer> scan(String code) throws Exception {
        return claim(new AuthHttp.ClaimCode(new Secret(code), null));
    }

    Optional<AuthHttp.LinkOffer> claim(AuthHttp.ClaimCode code) throws Exception {
        HttpResponse<String> answer = call("POST", AuthHttp.LINKS, code);
        return answer.statusCode() < FIRST_FAILURE
                ? Optional.of(Wire.read(answer.body(), AuthHttp.LinkOffer.class))
                : Optional.empty();
    }

    /** Approves; empty where the server does not let it. */
    Optional<LinkStatus> approve(AuthHttp.LinkOffer offer) throws Exception {
        return approve(offer, AuthHttp.Approval.PLAIN);
    }

    Optional<LinkStatus> approve(AuthHttp.LinkOffer offer, AuthHttp.Approval approval) throws Exception {
        return answer(AuthHttp.APPROVE, offer, approval);
    }

    Optional<LinkStatus> deny(AuthHttp.LinkOffer offer) throws Exception {
        return answer(AuthHttp.DENY, offer, null);
    }

    /** Opens a chat connection and answers the challenge. */
    Connection connect() throws Exception {
        RawSocket<ChatServerMessage> plug = new RawSocket<>(
                ground.http(), ground.socket(Protocol.CHAT_PATH), TargetServer.NEAR, ChatServerMessage.class);
        ChatServerMessage.Challenge challenge =
                plug.next(ChatServerMessage.Challenge.class).orElseThrow();
        ChatClientMessage.Authenticate said = new ChatClientMessage.Authenticate(
                Protocol.VERSION,
                new Secret(token),
                new Secret(keys.prove(challenge.serverId(), challenge.nonce(), token)));
        plug.say(said);
        Optional<ChatServerMessage> answer = plug.next(ChatServerMessage.class);
        if (answer.isPresent() && answer.get() instanceof ChatServerMessage.Admitted admitted) {
            token = admitted.token().value();
        }
        return new Connection(plug, said, answer);
    }

    /** Opens a chat connection and hears what is live. */
    RawSocket<ChatServerMessage> live() throws Exception {
        RawSocket<ChatServerMessage> plug = connect().plug();
        plug.say(new ChatClientMessage.Resume(Map.of()));
        plug.await(ChatServerMessage.CaughtUp.class);
        return plug;
    }

    /** Opens a chat connection that reads until it is live, and then no more. */
    RawSocket<ChatServerMessage> deaf() throws Exception {
        RawSocket<ChatServerMessage> plug = live();
        plug.stopReading();
        return plug;
    }

    private Optional<LinkStatus> answer(String path, AuthHttp.LinkOffer offer, @Nullable Object body) throws Exception {
        HttpResponse<String> answer = call("POST", path.replace("{id}", offer.linkId()), body);
        return answer.statusCode() < FIRST_FAILURE
                ? Optional.of(Wire.read(answer.body(), LinkStatus.class))
                : Optional.empty();
    }

    /** A chat connection, what was said to be let in, and what came back. */
    record Connection(
            RawSocket<ChatServerMessage> plug,
            ChatClientMessage.Authenticate said,
            Optional<ChatServerMessage> answer) {

        boolean isIn() {
            return answer.isPresent() && answer.get() instanceof ChatServerMessage.Admitted;
        }

        /** Returns the server's reason for not admitting it. */
        String reason() {
            return answer.isPresent() && answer.get() instanceof ChatServerMessage.LoggedOut out
                    ? out.logout().reason().name()
                    : String.valueOf(plug.close(1).orElse(0));
        }
    }
}
