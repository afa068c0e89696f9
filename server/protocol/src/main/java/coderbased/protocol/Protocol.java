package coderbased.protocol;

/**
 * The protocol's version, its paths and its limits.
 *
 * <p>History: version 1 (2026-11) is the first: guest connection, chat connection, linking over HTTP.
 */
public final class Protocol {

    /** Sent in {@link GuestClientMessage.Hello} and {@link ChatClientMessage.Authenticate}. */
    public static final int VERSION = 1;

    /** WebSocket path of a desktop that waits for a scan. */
    public static final String GUEST_PATH = "/ws/guest";

    /** WebSocket path of a device that holds a token. */
    public static final String CHAT_PATH = "/ws/chat";

    /** Longest accepted WebSocket message, in UTF-8 bytes. */
    public static final int MAX_FRAME_BYTES = 64 * 1024;

    /** Longest accepted frame on a guest connection and on a chat connection that has not authenticated, in bytes. */
    public static final int MAX_UNAUTHENTICATED_FRAME_BYTES = 16 * 1024;

    /** Longest accepted HTTP body, in bytes. */
    public static final int MAX_BODY_BYTES = 8 * 1024;

    /** Longest text of one chat message, in UTF-8 bytes: leaves room for the frame around it when every byte is escaped. */
    public static final int MAX_TEXT_BYTES = 8 * 1024;

    /** Longest accepted token, in characters. Checked before anything is parsed. */
    public static final int MAX_TOKEN_CHARS = 4 * 1024;

    /** Messages in one {@link ChatServerMessage.Batch} and in one history page. */
    public static final int BATCH_SIZE = 100;

    private Protocol() {}
}
