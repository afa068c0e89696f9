package coderbased.client.chat;

import coderbased.client.chat.MessageView.Mark;
import coderbased.protocol.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders the view of one conversation. Used on the client thread. */
final class ConversationRenderer {

    private final String id;
    private final ConversationInfo about;
    private final Members members;
    private final SyncPosition numbers;
    private final MessageRenderer drawing;

    ConversationRenderer(
            String id, ConversationInfo about, Members members, SyncPosition numbers, MessageRenderer drawing) {
        this.id = id;
        this.about = about;
        this.members = members;
        this.numbers = numbers;
        this.drawing = drawing;
    }

    /** @param reading the open timeline; null while the conversation is closed */
    ConversationView draw(@Nullable Timeline reading, InFlight onTheWay) {
        TimelineWindow window = reading == null ? null : reading.window();
        return new ConversationView(
                id,
                about.group(),
                members.others(),
                members.names(),
                members.amAdmin(),
                lines(window, onTheWay),
                lastMessage(onTheWay),
                numbers.unread(members.readByMe()),
                numbers.lastSeq() - numbers.unread(members.readByMe()),
                window != null && window.hasOlder(),
                window != null && !window.isAtEnd(),
                reading != null && reading.isLoading(),
                about.arrangement(),
                about.draft(),
                about.typing(),
                members.invited());
    }

    private List<MessageView> lines(@Nullable TimelineWindow window, InFlight onTheWay) {
        List<MessageView> lines = new ArrayList<>();
        if (window != null) {
            lines.addAll(window.lines(drawing));
        }
        if (window == null || window.isAtEnd()) {
            onTheWay.inOrder().forEach(line -> lines.add(isAhead(line, lines) ? line.onItsWay() : line));
        }
        return List.copyOf(lines);
    }

    /**
     * True if earlier messages of others are still missing: one node's answer may overtake another node's messages. The
     * missing ones will stand above this one, so it has no place yet.
     */
    private static boolean isAhead(MessageView line, List<MessageView> above) {
        return line.seq() > 0 && !above.isEmpty() && above.getLast().seq() + 1 != line.seq();
    }

    private @Nullable MessageView lastMessage(InFlight onTheWay) {
        MessageView said = onTheWay.newest();
        ChatMessage last = numbers.last();
        if (last == null) {
            return said;
        }
        boolean saidLater =
                said != null && (said.mark() == Mark.SENDING || said.at().isAfter(last.sentAt()));
        return saidLater ? said : drawing.stored(last);
    }
}
