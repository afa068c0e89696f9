package coderbased.auth;

import coderbased.auth.session.Account;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.Renewal;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionLimits;
import coderbased.auth.session.SessionUse;
import coderbased.auth.tokens.AuthKeys;
import coderbased.auth.tokens.DpopCredentials;
import coderbased.auth.tokens.TokenClaims;
import coderbased.auth.tokens.TokenSigner;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts with sessions by the hundred, written straight into a store: to sign up so many takes minutes. */
public final class MadeSessions {

    private static final DeviceFacts FACTS = new DeviceFacts("Test", "Test 1.0", "TestOS");

    private final AuthStore store;
    private final AuthKeys keys;
    private final TokenSigner signer;
    private final AuthContext surroundings;

    /** Into that store, for servers with those keys. */
    public MadeSessions(AuthStore store, AuthKeys keys, AuthContext surroundings) {
        this.store = store;
        this.keys = keys;
        this.signer = new TokenSigner(keys, SessionLimits.defaults(), surroundings);
        this.surroundings = surroundings;
    }

    /** One of them, with the token that its device holds. */
    public record Made(Session session, TestKey key, String token, String serverId) {

        /** The same, once the device was given another token. */
        public Made renewed(String newer) {
            return new Made(session, key, newer, serverId);
        }

        DpopCredentials present(Clock clock) {
            return key.present(token, clock.instant());
        }

        /** Returns what the device says to the challenge of a new connection. */
        public ChatClientMessage.Authenticate answer(String nonce) {
            return new ChatClientMessage.Authenticate(
                    Protocol.VERSION, new Secret(token), new Secret(key.prove(serverId, nonce, token)));
        }
    }

    /** An account with a phone and so many linked devices; the phone comes first. */
    public List<Made> household(String handle, int linked) {
        Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        List<Made> made = new ArrayList<>();
        Made phone = made(handle, handle + "-phone", null, now);
        store.addAccount(new Account(handle, handle, handle, new Secret(""), now, null, null), phone.session());
        made.add(phone);
        for (int i = 0; i < linked; i++) {
            Made web = made(handle, handle + "-web-" + i, phone.session().id(), now);
            store.addWebSession(web.session(), linked, List.of());
            store.renew(new Renewal(new Renewal.TokenName(web.session().id(), 1, "made"), now, now, ""));
            made.add(web);
        }
        return made;
    }

    private Made made(String account, String id, @Nullable String phone, Instant now) {
        TestKey key = new TestKey();
        Session session = new Session(
                id,
                account,
                phone == null ? DeviceKind.PHONE : DeviceKind.WEB,
                phone,
                phone == null ? null : "link-" + id,
                new SessionDevice(FACTS, key.publicHalf()),
                new SessionUse(1, now, null, now, now, "", 0),
                LinkChoices.FULL);
        String token = signer.mint(TokenClaims.of(session, phone == null ? 1 : 2, TestKey.freshId()));
        return new Made(session, key, token, keys.serverId());
    }
}
