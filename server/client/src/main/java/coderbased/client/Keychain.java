package coderbased.client;

import java.util.Optional;

/**
 * Where an operating system keeps small secrets for a person, by name. Thread-safe; calls block, for as long as the system asks
 * the person to unlock it.
 */
interface Keychain {

    /** No keychain at all. */
    Keychain NONE = new Keychain() {
        @Override
        public Optional<String> read(String name) {
            return Optional.empty();
        }

        @Override
        public boolean keep(String name, String secret) {
            return false;
        }

        @Override
        public void forget(String name) {}
    };

    /** What is kept under that name; empty where nothing is, or where the keychain can not be asked. */
    Optional<String> read(String name);

    /** Whether it is kept now. */
    boolean keep(String name, String secret);

    /** Nothing is kept under that name any more, as far as the keychain can be asked. */
    void forget(String name);
}
