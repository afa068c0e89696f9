package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.ChatState.Presence;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.ConversationView.Person;
import coderbased.fx.Face;
import coderbased.fx.GroupPictures;
import coderbased.fx.PersonNames;
import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Title and status line of a thread. */
public final class ThreadHeading {

    private final Times times;
    private final GroupPictures pictures;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Face> face = new ReadOnlyObjectWrapper<>(Face.named(""));
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper typing = new ReadOnlyBooleanWrapper();

    ThreadHeading(Times times, GroupPictures pictures) {
        this.times = times;
        this.pictures = pictures;
    }

    Times times() {
        return times;
    }

    GroupPictures pictures() {
        return pictures;
    }

    /** Returns the other person's or the group's name. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** Returns the picture beside the title. */
    public ReadOnlyObjectProperty<Face> face() {
        return face.getReadOnlyProperty();
    }

    /**
     * Returns the status line: who is typing, or else the other person's presence, or else the members; empty if
     * nothing is known.
     */
    public ReadOnlyStringProperty line() {
        return line.getReadOnlyProperty();
    }

    /** True while the status line shows who is typing. */
    public ReadOnlyBooleanProperty typing() {
        return typing.getReadOnlyProperty();
    }

    void show(ConversationView conversation, ChatState state) {
        face.set(Face.of(conversation, pictures.of(conversation)));
        title.set(face.get().name());
        typing.set(!conversation.typing().isEmpty());
        line.set(typing.get() ? typingLine(conversation) : presenceLine(conversation, state));
    }

    void clear() {
        face.set(Face.named(""));
        title.set("");
        line.set("");
        typing.set(false);
    }

    private static String typingLine(ConversationView conversation) {
        List<String> names = conversation.typing().stream().map(SafeText::name).toList();
        if (conversation.group() == null) {
            return MESSAGES.text("thread.typing");
        }
        return MESSAGES.text("thread.typing.names", "count", names.size(), "names", PersonNames.list(names));
    }

    private String presenceLine(ConversationView conversation, ChatState state) {
        if (conversation.group() == null) {
            Person other = conversation.others().isEmpty()
                    ? null
                    : conversation.others().getFirst();
            return other == null ? "" : presence(state.presence().get(other.accountId()));
        }
        List<String> names = new ArrayList<>(conversation.others().stream()
                .map(person -> SafeText.name(person.name()))
                .toList());
        names.add(MESSAGES.text("people.you"));
        return String.join(", ", names);
    }

    private String presence(@Nullable Presence presence) {
        if (presence == null) {
            return "";
        }
        if (presence.here()) {
            return MESSAGES.text("presence.online");
        }
        return presence.lastSeenAt() == null
                ? ""
                : MESSAGES.text("presence.lastSeen", "time", times.inSentence(presence.lastSeenAt()));
    }
}
