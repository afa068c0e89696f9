package coderbased.client.chat;

import coderbased.protocol.Arrangement;
import coderbased.protocol.ChatClientMessage;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the person keeps conversations; what is changed without a connection is told on the next. Used on the client's own thread. */
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

    /** The server's overview says how it is kept there, which is not how it is kept here where that was not told. */
    void overview(Conversation conversation) {
        Arrangement here = untold.get(conversation.id());
        if (here != null) {
            conversation.arranged(here);
        }
    }

    /** There is a connection, and everything that was missed is here. */
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
