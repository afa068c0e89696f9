package coderbased.tls;

import org.jspecify.annotations.Nullable;

/** Reason why certificate and key cannot be used. The message is for the operator. */
public final class TlsProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    TlsProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
