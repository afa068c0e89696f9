package coderbased.client.chat;

import coderbased.protocol.Arrangement;
import coderbased.protocol.ChatClientMessage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Conversation settings of the user: pinned, archived, muted. Changes made offline are sent on the next connection.
 * Used on the client thread.
 */
final class Arranging {

    private final ChatBook book;
    private final Uplink uplink;
    private final Map<String, Arrangement> untold = new LinkedHashMap<>();

    Arranging(ChatBook book, Uplink uplink) {
        this.book = book;
        this.uplink = uplink;
    }

    void arrange(Conversation conversation, Arrangement arrangement) {
        conversation.arranged(arrangement);
        untold.put(conversation.id(), arrangement);
        tell();
    }

    /** Restores a setting that the server does not know yet, after its overview has overwritten it. */
    void overview(Conversation conversation) {
        Arrangement here = untold.get(conversation.id());
        if (here != null) {
            conversation.arranged(here);
        }
    }

    /** Continues on a new connection, once everything missed has arrived. */
    void resume() {
        tell();
    }

    private void tell() {
        if (book.isCaughtUp()) {
            untold.forEach((id, arrangement) -> uplink.tell(new ChatClientMessage.Arrange(id, arrangement)));
            untold.clear();
        }
    }
}
