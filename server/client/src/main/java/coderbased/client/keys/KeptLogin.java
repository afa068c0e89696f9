package coderbased.client.keys;

/** Result of reading the login from a {@link CredentialStore}. Only {@link NotThere} means that there is none. */
public sealed interface KeptLogin {

    /**
     * Returns the login.
     *
     * @throws IllegalStateException if there is none, or it cannot be read
     */
    default Credentials orElseThrow() {
        if (this instanceof Found(Credentials credentials)) {
            return credentials;
        }
        throw new IllegalStateException("no login: " + this);
    }

    /** The stored login. */
    record Found(Credentials credentials) implements KeptLogin {}

    /** Nothing was stored, or it was deleted. */
    record NotThere() implements KeptLogin {}

    /**
     * A login exists but cannot be read now. It is left untouched; a later attempt may succeed.
     *
     * @param why message for the user
     */
    record Unavailable(String why) implements KeptLogin {}

    /**
     * Nothing is stored, and nothing can be.
     *
     * @param why message for the user
     */
    record Unstorable(String why) implements KeptLogin {}

    /**
     * The stored login is damaged, or of another server. It has been set aside, not deleted.
     *
     * @param what message for the user: what happened, and where the login is now
     */
    record SetAside(String what) implements KeptLogin {}
}
