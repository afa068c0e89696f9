package coderbased.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps its secrets as long as the test runs. */
final class MemoryKeychain implements Keychain {

    final Map<String, String> secrets = new HashMap<>();

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public boolean keep(String name, String secret) {
        secrets.put(name, secret);
        return true;
    }

    @Override
    public void forget(String name) {
        secrets.remove(name);
    }
}
