package coderbased.client.keys;

import coderbased.protocol.Secret;
import java.util.HashMap;
import java.util.Map;

/** Keychain in memory. */
final class MemoryKeychain implements Keychain {

    final Map<String, String> secrets = new HashMap<>();

    /** True while the user does not unlock it. */
    boolean locked;

    @Override
    public Answer read(String name) {
        if (locked) {
            return new Answer.Unavailable("It is locked.");
        }
        String secret = secrets.get(name);
        return secret == null ? new Answer.NotThere() : new Answer.Found(new Secret(secret));
    }

    @Override
    public boolean keep(String name, String secret) {
        if (!locked) {
            secrets.put(name, secret);
        }
        return !locked;
    }

    @Override
    public void forget(String name) {
        secrets.remove(name);
    }
}
