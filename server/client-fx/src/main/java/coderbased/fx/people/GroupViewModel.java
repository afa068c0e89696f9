package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.fx.Face;
import coderbased.fx.Latest;
import coderbased.fx.chat.ChatTools;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.list.ConversationActions;
import coderbased.fx.text.SafeText;
import coderbased.protocol.GroupChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** A group: its picture, name and members, and the changes its reader may make. */
public final class GroupViewModel implements AutoCloseable {

    /**
     * One member or invited person.
     *
     * @param presence as words; empty if unknown
     * @param invited true if they were invited and have not answered
     */
    public record Member(
            String accountId,
            String name,
            String handle,
            boolean admin,
            boolean reader,
            String presence,
            boolean invited) {}

    private final ChatTools tools;
    private final String id;
    private final MuteModel mute;
    private final ReadOnlyObjectWrapper<Face> face = new ReadOnlyObjectWrapper<>(Face.named(""));
    private final ReadOnlyBooleanWrapper admin = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper readOnly = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper pictured = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<Member> members = FXCollections.observableArrayList();
    private final Subscription subscription;

    GroupViewModel(ChatViewModel chat, String id) {
        ConversationActions actions = chat.list().actions();
        this.tools = chat.tools();
        this.id = id;
        this.mute = new MuteModel(actions, id);
        this.subscription = chat.state().subscribe(this::show);
    }

    /** Returns its name and picture. */
    public ReadOnlyObjectProperty<Face> face() {
        return face.getReadOnlyProperty();
    }

    /** True if the reader may change it. */
    public ReadOnlyBooleanProperty admin() {
        return admin.getReadOnlyProperty();
    }

    /** True if this device may change nothing. */
    ReadOnlyBooleanProperty readOnly() {
        return readOnly.getReadOnlyProperty();
    }

    /** True if it has a picture. */
    public ReadOnlyBooleanProperty pictured() {
        return pictured.getReadOnlyProperty();
    }

    /** True if the reader has left it. */
    public ReadOnlyBooleanProperty gone() {
        return gone.getReadOnlyProperty();
    }

    /** Returns the last problem; empty for none. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the members, the reader first. */
    public ObservableList<Member> members() {
        return members;
    }

    /** Returns its mute setting. */
    public MuteModel mute() {
        return mute;
    }

    /** Returns a picker for people who are not members. */
    public PickerViewModel others() {
        Set<String> inIt = members.stream().map(Member::accountId).collect(Collectors.toSet());
        return new PickerViewModel(tools, inIt);
    }

    public void rename(String name) {
        String wanted = name.strip();
        problem.set(GroupNames.problem(wanted));
        if (problem.get().isEmpty() && !wanted.equals(face.get().name())) {
            change(new GroupChange.Rename(wanted));
        }
    }

    public void setPicture(Path picture) {
        tools.chat().conversation(id).setPicture(picture).whenCompleteAsync(this::answered, tools.fx());
    }

    public void removePicture() {
        change(new GroupChange.SetPicture(null));
    }

    public void add(PickerViewModel picked) {
        if (!picked.chosen().isEmpty()) {
            change(new GroupChange.Add(picked.chosenIds()));
        }
    }

    public void remove(Member member) {
        change(new GroupChange.Remove(member.accountId()));
    }

    public void setAdmin(Member member, boolean toBe) {
        change(new GroupChange.SetAdmin(member.accountId(), toBe));
    }

    public void leave() {
        change(new GroupChange.Leave());
    }

    private void change(GroupChange change) {
        tools.chat().conversation(id).change(change).whenCompleteAsync(this::answered, tools.fx());
    }

    private void answered(Void nothing, Throwable failure) {
        problem.set(failure == null ? "" : Latest.sentence(failure));
    }

    private void show(ChatState state) {
        ConversationView group = state.conversation(id);
        gone.set(group == null || group.group() == null);
        if (group == null || group.group() == null) {
            return;
        }
        face.set(Face.of(group, tools.pictures().of(group)));
        pictured.set(group.group().pictureSha256() != null);
        readOnly.set(state.readOnly());
        admin.set(group.admin() && !state.readOnly());
        mute.refresh();
        List<Member> fresh = membersOf(group, state);
        if (!members.equals(fresh)) {
            members.setAll(fresh);
        }
    }

    private List<Member> membersOf(ConversationView group, ChatState state) {
        List<Member> fresh = new ArrayList<>();
        fresh.add(new Member(
                state.me().accountId(),
                SafeText.name(state.me().name()),
                SafeText.name(state.me().handle()),
                group.admin(),
                true,
                "",
                false));
        group.others()
                .forEach(person -> fresh.add(new Member(
                        person.accountId(),
                        SafeText.name(person.name()),
                        SafeText.name(person.handle()),
                        person.admin(),
                        false,
                        Presences.words(state, person.accountId(), tools.times()),
                        false)));
        group.invited()
                .forEach(person -> fresh.add(new Member(
                        person.accountId(),
                        SafeText.name(person.name()),
                        SafeText.name(person.handle()),
                        false,
                        false,
                        MESSAGES.text("group.member.invited"),
                        true)));
        return fresh;
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
