package coderbased.client.chat;

import coderbased.client.chat.ChatState.Presence;
import coderbased.client.chat.ChatState.Progress;
import coderbased.client.storage.KeptConversation;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.GroupInvitation;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All conversations known to this device, and the state made from them. Used on the client thread.
 *
 * <p>A conversation that did not change keeps its view object in the next state. Sorting starts from the previous
 * order, so an almost sorted list costs almost nothing.
 */
final class ChatBook {

    private static final Comparator<LocalConversation> PINNED_THEN_RECENT = Comparator.comparing(
                    LocalConversation::isPinned)
            .thenComparing(LocalConversation::lastSaidAt)
            .reversed();

    private final Profile me;
    private final Function<String, Optional<Path>> kept;
    private final Map<String, LocalConversation> conversations = new LinkedHashMap<>();
    private final List<LocalConversation> order = new ArrayList<>();
    private final Runnable changed;
    private Map<String, Presence> presence = Map.of();
    private Progress progress = new Progress(false, false, 0, 0);
    private List<GroupInvitation> invitations = List.of();
    private boolean readOnly;
    private @Nullable String deviceName;
    private @Nullable ChatState state;

    /**
     * @param kept finds the local file with a SHA-256 hash, if this device has it
     * @param changed called when the state is out of date; once for all changes before the next state
     */
    ChatBook(Profile me, Function<String, Optional<Path>> kept, Runnable changed) {
        this.me = me;
        this.changed = changed;
        this.kept = kept;
    }

    Profile me() {
        return me;
    }

    /** Adds or updates one conversation from the server's summary. */
    LocalConversation summary(ConversationSummary summary) {
        LocalConversation conversation = conversations.computeIfAbsent(summary.id(), this::added);
        conversation.summary(summary);
        return conversation;
    }

    /** Restores a conversation that was stored at an earlier start. */
    void restore(KeptConversation kept) {
        conversations.computeIfAbsent(kept.summary().id(), this::added).restore(kept);
    }

    /** Returns the conversations to store, in list order. */
    List<KeptConversation> kept() {
        return order.stream().map(LocalConversation::kept).toList();
    }

    void remove(String id) {
        LocalConversation gone = conversations.remove(id);
        if (gone != null) {
            order.remove(gone);
            touched();
        }
    }

    /** Applies a person's new name. */
    void renamed(Contact contact) {
        conversations.values().forEach(conversation -> conversation.renamed(contact));
    }

    @Nullable
    LocalConversation conversation(String id) {
        return conversations.get(id);
    }

    /** Runs {@code todo} with the conversation, if it is known. */
    void with(String id, Consumer<LocalConversation> todo) {
        LocalConversation conversation = conversations.get(id);
        if (conversation != null) {
            todo.accept(conversation);
        }
    }

    Collection<LocalConversation> conversations() {
        return conversations.values();
    }

    void presence(Map<String, Presence> now) {
        presence = Map.copyOf(now);
        touched();
    }

    void progress(Progress now) {
        progress = now;
        touched();
    }

    /** Records the permissions of this device's session, and its name. */
    void granted(LinkChoices choices, @Nullable String name) {
        readOnly = choices.readOnly();
        named(name);
    }

    /** Records the name that this device has on its phone. */
    void named(@Nullable String name) {
        deviceName = name;
        touched();
    }

    /** Replaces the open invitations to groups. */
    void invitations(List<GroupInvitation> open) {
        if (!invitations.equals(open)) {
            invitations = List.copyOf(open);
            touched();
        }
    }

    boolean isCaughtUp() {
        return progress.caughtUp();
    }

    /** Returns the current state; the same object as before if nothing changed. */
    ChatState state() {
        if (state == null) {
            order.sort(PINNED_THEN_RECENT);
            state = new ChatState(
                    me,
                    order.stream().map(LocalConversation::view).toList(),
                    presence,
                    progress,
                    readOnly,
                    invitations,
                    deviceName);
        }
        return state;
    }

    private LocalConversation added(String id) {
        LocalConversation conversation = new LocalConversation(id, me.accountId(), kept, this::touched);
        order.add(conversation);
        return conversation;
    }

    private void touched() {
        if (state != null) {
            state = null;
            changed.run();
        }
    }
}
