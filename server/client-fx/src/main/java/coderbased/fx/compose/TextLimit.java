package coderbased.fx.compose;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.protocol.Protocol;
import coderbased.protocol.TextLength;

/** Length limit of a text, checked before it is sent. */
final class TextLimit {

    private static final int NEAR_BYTES = 500;

    private TextLimit() {}

    /** Returns the reason why a text is too long; empty if it is not. */
    static String problem(String text) {
        return isTooLong(text) ? MESSAGES.text("composer.tooLong", "over", TextParts.over(text)) : "";
    }

    /** True if a text does not fit into one message. */
    static boolean isTooLong(String text) {
        return text.length() * 3L > Protocol.MAX_TEXT_BYTES && left(text) < 0;
    }

    /** Returns the remaining length near the limit; empty otherwise. */
    static String room(String text) {
        if (text.length() * 3L < Protocol.MAX_TEXT_BYTES - NEAR_BYTES) {
            return "";
        }
        int left = left(text);
        return left < 0 || left > NEAR_BYTES ? "" : MESSAGES.text("composer.left", "count", characters(left, text));
    }

    /** Returns the number of characters like those of the text that fit into so many bytes. */
    private static long characters(int bytes, String text) {
        return (long) bytes * TextLength.of(text) / TextLength.bytes(text);
    }

    private static int left(String text) {
        return Protocol.MAX_TEXT_BYTES - TextLength.bytes(text.strip());
    }
}
