package coderbased.client.keys;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.protocol.Secret;

/**
 * The operating system's store for small named secrets. Thread-safe; calls block, for as long as the system waits for
 * the user to unlock it.
 */
interface Keychain {

    /** Keychain of a system without one. */
    Keychain NONE = new Keychain() {
        @Override
        public Answer read(String name) {
            return new Answer.Unavailable(MESSAGES.text("login.noKeychain"));
        }

        @Override
        public boolean keep(String name, String secret) {
            return false;
        }

        @Override
        public void forget(String name) {}
    };

    /** Returns the secret with that name. */
    Answer read(String name);

    /** Stores a secret; true on success. */
    boolean keep(String name, String secret);

    /** Deletes the secret with that name, if the keychain is available. */
    void forget(String name);

    /** Result of reading a secret. */
    sealed interface Answer {

        /** The secret with that name. */
        record Found(Secret secret) implements Answer {}

        /** The keychain is open and has no secret with that name. */
        record NotThere() implements Answer {}

        /**
         * The keychain is locked, was not unlocked, does not respond, or does not exist.
         *
         * @param why message for the user
         */
        record Unavailable(String why) implements Answer {}
    }
}
