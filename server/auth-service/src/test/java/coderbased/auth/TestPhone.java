package coderbased.auth;

import coderbased.auth.session.Admission;
import coderbased.auth.session.Session;
import coderbased.auth.tokens.DpopCredentials;
import coderbased.auth.tokens.IssuedChallenge;
import coderbased.http.CallRefused;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import org.junit.jupiter.api.Assertions;

/** A phone that is signed in. */
public final class TestPhone {

    private final AuthWorld world;
    private final TestKey key;
    private final AuthHttp.SignedIn in;
    private String token;

    TestPhone(AuthWorld world, TestKey key, AuthHttp.SignedIn in) {
        this.world = world;
        this.key = key;
        this.in = in;
        this.token = in.authToken().value();
    }

    String sessionId() {
        return in.sessionId();
    }

    String accountId() {
        return in.profile().accountId();
    }

    String token() {
        return token;
    }

    void keep(String newToken) {
        token = newToken;
    }

    Session session() {
        return world.auth().requireSession(present(), DeviceKind.PHONE);
    }

    /** Returns what it presents on an HTTP call. */
    DpopCredentials present() {
        return key.present(token, world.clock.instant());
    }

    TestKey key() {
        return key;
    }

    /** Scans what the desktop shows now. */
    public AuthHttp.LinkOffer scan(TestDesktop desktop) {
        return scan(desktop.guestToken());
    }

    public AuthHttp.LinkOffer scan(String guestToken) {
        return world.auth()
                .links()
                .claim(session(), new AuthHttp.ClaimCode(new Secret(guestToken), null), AuthWorld.HOME);
    }

    AuthHttp.LinkOffer type(String code) {
        return world.auth().links().claim(session(), new AuthHttp.ClaimCode(null, new Secret(code)), AuthWorld.HOME);
    }

    LinkStatus approve(AuthHttp.LinkOffer offer) {
        return approve(offer, new AuthHttp.Approval(LinkChoices.FULL, new Secret(AuthWorld.PASSWORD)));
    }

    LinkStatus approve(AuthHttp.LinkOffer offer, AuthHttp.Approval how) {
        return world.auth().links().approve(session(), offer.linkId(), how);
    }

    LinkStatus deny(AuthHttp.LinkOffer offer) {
        return world.auth().links().deny(session(), offer.linkId());
    }

    LinkStatus status(AuthHttp.LinkOffer offer) {
        return world.auth().links().status(session(), offer.linkId());
    }

    AuthHttp.Devices devices() {
        return world.auth().devices().list(session());
    }

    void logOut() {
        world.auth().logOut(present());
    }

    /** Opens a chat connection and answers the challenge with the token it has. */
    Admission reinitialise() {
        Admission admission = world.auth()
                .reinitialise(
                        new ChatClientMessage.Authenticate(
                                Protocol.VERSION,
                                new Secret(token),
                                new Secret(key.prove(world.auth().serverId(), "nonce", token))),
                        new IssuedChallenge("nonce", world.clock.instant()),
                        AuthWorld.HOME);
        if (admission instanceof Admission.Admitted admitted) {
            token = admitted.message().token().value();
        }
        return admission;
    }

    /** The code of the refusal that {@code call} has to get. */
    public static ErrorCode refusal(Runnable call) {
        return Assertions.assertThrows(CallRefused.class, call::run).problem().code();
    }
}
