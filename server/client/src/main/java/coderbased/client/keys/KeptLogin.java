package coderbased.client.keys;

/** What a {@link CredentialStore} says when it is asked for the login. Only {@link NotThere} means that there is none. */
public sealed interface KeptLogin {

    /**
     * Returns the login.
     *
     * @throws IllegalStateException where there is none, or it cannot be read
     */
    default Credentials orElseThrow() {
        if (this instanceof Found(Credentials credentials)) {
            return credentials;
        }
        throw new IllegalStateException("no login: " + this);
    }

    /** The login. */
    record Found(Credentials credentials) implements KeptLogin {}

    /** Nothing was saved, or it was wiped. */
    record NotThere() implements KeptLogin {}

    /**
     * There is a login, but it cannot be read now; it stays where it is, as it is. A later try may find it.
     *
     * @param why a sentence for the person
     */
    record Unavailable(String why) implements KeptLogin {}

    /**
     * What was saved is no login any more. It was set aside, not deleted.
     *
     * @param what a sentence for the person: what happened, and where the file is now
     */
    record Damaged(String what) implements KeptLogin {}
}
