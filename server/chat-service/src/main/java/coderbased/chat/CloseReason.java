package coderbased.chat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Truncation of a sentence to a close frame, which holds 123 bytes of UTF-8 beside its code (RFC 6455 section 5.5). */
final class CloseReason {

    private static final int MAX_BYTES = 123;

    private CloseReason() {}

    /** Returns the sentence, or as much of its beginning as fits, never with half a character. */
    static String fit(String sentence) {
        ByteBuffer room = ByteBuffer.allocate(MAX_BYTES);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(sentence), room, true);
        return StandardCharsets.UTF_8.decode(room.flip()).toString();
    }
}
