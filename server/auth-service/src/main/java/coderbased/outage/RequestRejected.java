package coderbased.outage;

/**
 * A value of a request is none that storage can hold. Repeating the request does not help, and the others are served.
 */
public final class RequestRejected extends RuntimeException implements Outage {

    private static final long serialVersionUID = 1L;

    public RequestRejected(Throwable cause) {
        super("storage rejects a value", cause);
    }
}
