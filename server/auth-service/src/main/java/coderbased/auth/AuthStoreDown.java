package coderbased.auth;

/** The store can not be reached. Nobody is let in meanwhile; the caller is told to try again. */
public final class AuthStoreDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Wraps the store's own complaint, which is for the log only. */
    public AuthStoreDown(String message, Throwable cause) {
        super(message, cause);
    }
}
