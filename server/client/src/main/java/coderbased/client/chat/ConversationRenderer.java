package coderbased.client.chat;

import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.protocol.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders the view of one conversation. Used on the client thread. */
final class ConversationRenderer {

    private final String id;
    private final ConversationInfo info;
    private final Members members;
    private final SyncPosition position;
    private final MessageRenderer messageRenderer;

    ConversationRenderer(
            String id, ConversationInfo info, Members members, SyncPosition position, MessageRenderer messageRenderer) {
        this.id = id;
        this.info = info;
        this.members = members;
        this.position = position;
        this.messageRenderer = messageRenderer;
    }

    /** @param timeline the open timeline; null while the conversation is closed */
    ConversationView draw(@Nullable Timeline timeline, InFlight inFlight) {
        TimelineWindow window = timeline == null ? null : timeline.window();
        return new ConversationView(
                id,
                info.group(),
                members.others(),
                members.names(),
                members.amAdmin(),
                messages(window, inFlight),
                lastMessage(inFlight),
                position.unread(members.readByMe()),
                position.lastSeq() - position.unread(members.readByMe()),
                window != null && window.hasOlder(),
                window != null && !window.isAtEnd(),
                timeline != null && timeline.isLoading(),
                info.settings(),
                info.draft(),
                info.typing(),
                members.invited());
    }

    private List<MessageView> messages(@Nullable TimelineWindow window, InFlight inFlight) {
        List<MessageView> messages = new ArrayList<>();
        if (window != null) {
            messages.addAll(window.render(messageRenderer));
        }
        if (window == null || window.isAtEnd()) {
            inFlight.inOrder()
                    .forEach(message -> messages.add(isAhead(message, messages) ? message.sending() : message));
        }
        return List.copyOf(messages);
    }

    /**
     * True if earlier messages of others are still missing: one node's answer may overtake another node's messages. The
     * missing ones will stand above this one, so it has no place yet.
     */
    private static boolean isAhead(MessageView message, List<MessageView> above) {
        return message.seq() > 0 && !above.isEmpty() && above.getLast().seq() + 1 != message.seq();
    }

    private @Nullable MessageView lastMessage(InFlight inFlight) {
        MessageView said = inFlight.newest();
        ChatMessage last = position.last();
        if (last == null) {
            return said;
        }
        boolean saidLater = said != null
                && (said.status() == DeliveryStatus.SENDING || said.at().isAfter(last.sentAt()));
        return saidLater ? said : messageRenderer.stored(last);
    }
}
