package coderbased.client.keys;

import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.Profile;

/**
 * What a device needs to re-initialise.
 *
 * @param token the Auth Token or Web Auth Token
 * @param key the device's private key, PKCS #8 in base64
 * @param profile whose session it is, as last heard
 * @param serverId the server that minted the token
 */
public record Credentials(String token, String key, Profile profile, String sessionId, String serverId) {

    /** The same session's with the token that the server renewed it with. */
    public Credentials renewed(ChatServerMessage.Admitted admitted) {
        return new Credentials(admitted.token(), key, admitted.profile(), admitted.sessionId(), serverId);
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "Credentials[" + profile.handle() + "]";
    }
}
