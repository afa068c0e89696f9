package coderbased.chat;

/** A message that the client may not send, or not now. The text goes into the close frame. */
final class BadMessage extends Exception {

    private static final long serialVersionUID = 1L;

    BadMessage(String message) {
        super(message);
    }
}
