package coderbased.chat;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts messages into pages that fit into one frame of {@link Protocol#MAX_FRAME_BYTES}: a hundred long ones do not.
 *
 * <p>A single message always fits, see {@link Protocol#MAX_TEXT_BYTES}.
 */
final class Pages {

    private static final int FRAME_AROUND = 1_024;
    private static final int ROOM = Protocol.MAX_FRAME_BYTES - FRAME_AROUND;

    private Pages() {}

    /** All of them, in order, in as many pages as it takes. */
    static List<List<ChatMessage>> inOrder(List<ChatMessage> messages) {
        List<List<ChatMessage>> pages = new ArrayList<>();
        for (int from = 0; from < messages.size(); ) {
            List<ChatMessage> page = first(messages.subList(from, messages.size()));
            pages.add(page);
            from += page.size();
        }
        return pages;
    }

    /** The newest of them that fit into one page, oldest first. */
    static List<ChatMessage> newest(List<ChatMessage> messages) {
        return first(messages.reversed()).reversed();
    }

    private static List<ChatMessage> first(List<ChatMessage> messages) {
        int count = 0;
        int bytes = 0;
        for (ChatMessage message : messages) {
            bytes += bytes(message);
            if (count > 0 && (bytes > ROOM || count == Protocol.BATCH_SIZE)) {
                break;
            }
            count++;
        }
        return Collections.unmodifiableList(messages.subList(0, count));
    }

    private static int bytes(ChatMessage message) {
        return Wire.write(message).getBytes(StandardCharsets.UTF_8).length + 1;
    }
}
