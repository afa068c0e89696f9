package coderbased.chat;

/** The client said something it may not say, or not now. The message goes into the close frame. */
final class BadMessage extends Exception {

    private static final long serialVersionUID = 1L;

    BadMessage(String message) {
        super(message);
    }
}
