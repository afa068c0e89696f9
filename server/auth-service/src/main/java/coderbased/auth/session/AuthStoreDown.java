package coderbased.auth.session;

import coderbased.outage.Outage;

/** Failure of the store. Meanwhile nobody is admitted, and callers are told to try again. */
public final class AuthStoreDown extends RuntimeException implements Outage {

    private static final long serialVersionUID = 1L;

    /** Wraps the store's own complaint, which is in the log already. */
    public AuthStoreDown(String message, Throwable cause) {
        super(message, cause);
    }
}
