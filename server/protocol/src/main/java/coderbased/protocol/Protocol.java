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

    /**
     * Longest text of one chat message, in UTF-8 bytes: leaves room for the frame around it when every byte is escaped.
     */
    public static final int MAX_TEXT_BYTES = 8 * 1024;

    /** Longest accepted token, in characters. Checked before anything is parsed. */
    public static final int MAX_TOKEN_CHARS = 4 * 1024;

    /** Messages in one {@link ChatServerMessage.Batch} and in one history page. */
    public static final int BATCH_SIZE = 100;

    /** Longest name of a person, a group or a device, in characters (Unicode code points). */
    public static final int MAX_NAME_CHARS = 64;

    /** Longest name of a file, in characters (Unicode code points). */
    public static final int MAX_FILE_NAME_CHARS = 255;

    /** Largest file, in bytes. */
    public static final long MAX_FILE_BYTES = 25L * 1024 * 1024;

    /** Most bytes of a file in one call. */
    public static final int MAX_PIECE_BYTES = 512 * 1024;

    /** Longest small picture of a picture, in base64 characters: leaves room for a caption of full length. */
    public static final int MAX_PREVIEW_CHARS = 8 * 1024;

    /** Longest text of a quoted message, in characters (Unicode code points). */
    public static final int MAX_QUOTE_CHARS = 200;

    /** Longest emoji, in characters (UTF-16): families with skin tones are sequences. */
    public static final int MAX_EMOJI_CHARS = 32;

    /** Most people in a group. */
    public static final int MAX_MEMBERS = 256;

    /** Most open invitations of one account; a newer one takes the place of the oldest. */
    public static final int MAX_INVITATIONS = 20;

    /** Most people whose presence a device hears of. */
    public static final int MAX_WATCHED = 256;

    /** Most hits in one page of a search, and most people in one answer. */
    public static final int MAX_HITS = 50;

    /** Most lines in one {@link LinkHistory}. */
    public static final int LINK_HISTORY_LINES = 500;

    /** Time after which a typing indicator is forgotten, in seconds. */
    public static final int TYPING_SECONDS = 6;

    private Protocol() {}
}
