package coderbased.client.chat;

import coderbased.client.chat.Line.Mark;
import coderbased.protocol.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws one conversation as a screen shows it. Used on the client's own thread. */
final class Portrait {

    private final String id;
    private final About about;
    private final Members members;
    private final Numbers numbers;
    private final Drawing drawing;

    Portrait(String id, About about, Members members, Numbers numbers, Drawing drawing) {
        this.id = id;
        this.about = about;
        this.members = members;
        this.numbers = numbers;
        this.drawing = drawing;
    }

    /** @param reading what somebody looks at; null where nobody does */
    ConversationView draw(@Nullable Reading reading, OnTheWay onTheWay) {
        Window window = reading == null ? null : reading.window();
        return new ConversationView(
                id,
                about.group(),
                members.others(),
                members.names(),
                members.amAdmin(),
                lines(window, onTheWay),
                lastLine(onTheWay),
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

    private List<Line> lines(@Nullable Window window, OnTheWay onTheWay) {
        List<Line> lines = new ArrayList<>();
        if (window != null) {
            lines.addAll(window.lines(drawing));
        }
        if (window == null || window.isAtEnd()) {
            onTheWay.inOrder().forEach(line -> lines.add(isAhead(line, lines) ? line.onItsWay() : line));
        }
        return List.copyOf(lines);
    }

    /**
     * Whether what others said before it has yet to come: the answer of one node may overtake another's news. What comes will
     * stand above it, so until then it has no place.
     */
    private static boolean isAhead(Line line, List<Line> above) {
        return line.seq() > 0 && !above.isEmpty() && above.getLast().seq() + 1 != line.seq();
    }

    private @Nullable Line lastLine(OnTheWay onTheWay) {
        Line said = onTheWay.newest();
        ChatMessage last = numbers.last();
        if (last == null) {
            return said;
        }
        boolean saidLater =
                said != null && (said.mark() == Mark.SENDING || said.at().isAfter(last.sentAt()));
        return saidLater ? said : drawing.stored(last);
    }
}
