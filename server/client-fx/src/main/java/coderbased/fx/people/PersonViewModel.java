package coderbased.fx.people;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.ConversationView.Person;
import coderbased.fx.Face;
import coderbased.fx.chat.ChatTools;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.text.SafeText;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

/** The other person of a one-to-one conversation. */
public final class PersonViewModel implements AutoCloseable {

    private final ChatTools tools;
    private final String id;
    private final MuteModel mute;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Face> face = new ReadOnlyObjectWrapper<>(Face.named(""));
    private final ReadOnlyStringWrapper handle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper presence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper shared = new ReadOnlyStringWrapper("");
    private final Subscription subscription;

    PersonViewModel(ChatViewModel chat, String id) {
        this.tools = chat.tools();
        this.id = id;
        this.mute = new MuteModel(chat.list().actions(), id);
        this.subscription = chat.state().subscribe(this::show);
    }

    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    /** Returns their picture. */
    ReadOnlyObjectProperty<Face> face() {
        return face.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty handle() {
        return handle.getReadOnlyProperty();
    }

    /** Returns their presence as words; empty if unknown. */
    public ReadOnlyStringProperty presence() {
        return presence.getReadOnlyProperty();
    }

    /** Returns the groups in common as words; empty for none. */
    public ReadOnlyStringProperty shared() {
        return shared.getReadOnlyProperty();
    }

    /** Returns the conversation's mute setting. */
    public MuteModel mute() {
        return mute;
    }

    private void show(ChatState state) {
        ConversationView conversation = state.conversation(id);
        if (conversation == null || conversation.others().isEmpty()) {
            return;
        }
        Person other = conversation.others().getFirst();
        face.set(Face.of(other));
        name.set(face.get().name());
        handle.set("@" + SafeText.name(other.handle()));
        presence.set(Presences.words(state, other.accountId(), tools.times()));
        List<String> groups = state.conversations().stream()
                .filter(c -> c.group() != null
                        && c.others().stream().anyMatch(p -> p.accountId().equals(other.accountId())))
                .map(c -> SafeText.name(c.title()))
                .toList();
        shared.set(String.join("\n", groups));
        mute.refresh();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
