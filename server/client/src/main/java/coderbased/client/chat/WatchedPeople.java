package coderbased.client.chat;

import coderbased.client.chat.ChatState.Presence;
import coderbased.protocol.ChatClientMessage.Watch;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import coderbased.protocol.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Presence subscription for the members of open conversations. Used on the client thread. */
final class WatchedPeople {

    private final ChatBook book;
    private final Uplink uplink;
    private final Map<String, Presence> presence = new HashMap<>();
    private List<String> watched = List.of();

    WatchedPeople(ChatBook book, Uplink uplink) {
        this.book = book;
        this.uplink = uplink;
    }

    /** Subscribes to the members of the open conversations, if they have changed. */
    void follow() {
        List<String> people = book.conversations().stream()
                .filter(conversation -> conversation.timeline() != null)
                .flatMap(conversation -> conversation.members().others().stream())
                .map(ConversationView.Person::accountId)
                .distinct()
                .sorted()
                .limit(Protocol.MAX_WATCHED)
                .toList();
        if (book.isCaughtUp() && !people.equals(watched)) {
            watched = people;
            uplink.tell(new Watch(people));
            if (presence.keySet().retainAll(people)) {
                book.presence(presence);
            }
        }
    }

    void heard(PresenceChanged said) {
        if (watched.contains(said.accountId())) {
            presence.put(said.accountId(), new Presence(said.here(), said.lastSeenAt()));
            book.presence(presence);
        }
    }

    /** Forgets all presence, because the connection is gone. */
    void pause() {
        watched = List.of();
        if (!presence.isEmpty()) {
            presence.clear();
            book.presence(presence);
        }
    }
}
