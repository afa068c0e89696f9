package coderbased.client.keys;

/**
 * Where an operating system keeps small secrets for a person, by name. Thread-safe; calls block, for as long as the system asks
 * the person to unlock it.
 */
interface Keychain {

    /** No keychain at all. */
    Keychain NONE = new Keychain() {
        @Override
        public Answer read(String name) {
            return new Answer.Unavailable("This profile was started without the system's keychain.");
        }

        @Override
        public boolean keep(String name, String secret) {
            return false;
        }

        @Override
        public void forget(String name) {}
    };

    /** Returns what is kept under that name. */
    Answer read(String name);

    /** Whether it is kept now. */
    boolean keep(String name, String secret);

    /** Nothing is kept under that name any more, as far as the keychain can be asked. */
    void forget(String name);

    /** What a keychain says. */
    sealed interface Answer {

        /** The secret of that name. */
        record Found(String secret) implements Answer {

            /** Leaves the secret out. */
            @Override
            public String toString() {
                return "Found[]";
            }
        }

        /** The keychain is open and holds nothing of that name. */
        record NotThere() implements Answer {}

        /**
         * The keychain is locked, was not unlocked, does not answer, or is not there.
         *
         * @param why a sentence for the person
         */
        record Unavailable(String why) implements Answer {}
    }
}
