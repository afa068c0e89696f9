package coderbased.client.chat;

import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ConversationSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Conversation settings of the user: pinned, archived, muted. Changes made offline are sent on the next connection.
 * Used on the client thread.
 */
final class SettingsSync {

    private final ChatBook book;
    private final Uplink uplink;
    private final Map<String, ConversationSettings> untold = new LinkedHashMap<>();

    SettingsSync(ChatBook book, Uplink uplink) {
        this.book = book;
        this.uplink = uplink;
    }

    void saveSettings(LocalConversation conversation, ConversationSettings settings) {
        conversation.settingsChanged(settings);
        untold.put(conversation.id(), settings);
        tell();
    }

    /** Restores a setting that the server does not know yet, after its overview has overwritten it. */
    void overview(LocalConversation conversation) {
        ConversationSettings here = untold.get(conversation.id());
        if (here != null) {
            conversation.settingsChanged(here);
        }
    }

    /** Continues on a new connection, once everything missed has arrived. */
    void resume() {
        tell();
    }

    private void tell() {
        if (book.isCaughtUp()) {
            untold.forEach((id, settings) -> uplink.tell(new ChatClientMessage.SaveSettings(id, settings)));
            untold.clear();
        }
    }
}
