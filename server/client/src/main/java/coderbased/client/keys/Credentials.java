package coderbased.client.keys;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.Profile;
import coderbased.protocol.Secret;

/**
 * Credentials with which a device re-initialises its session.
 *
 * @param token the Auth Token or Web Auth Token
 * @param key the device's private key, as {@link DeviceKeyPair#privateKey} returns it
 * @param profile the session's account, as last received
 * @param serverId the server that issued the token
 */
public record Credentials(Secret token, Secret key, Profile profile, String sessionId, String serverId) {

    /** Returns the credentials of a device that signed in with that private key. */
    public static Credentials of(AuthHttp.SignedIn answer, Secret key) {
        return new Credentials(answer.authToken(), key, answer.profile(), answer.sessionId(), answer.serverId());
    }

    /** Returns these credentials with the renewed token. */
    public Credentials renewed(ChatServerMessage.Admitted admitted) {
        return new Credentials(admitted.token(), key, admitted.profile(), admitted.sessionId(), serverId);
    }
}
