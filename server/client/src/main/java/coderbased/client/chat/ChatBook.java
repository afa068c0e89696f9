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
 * Every conversation that a device knows of, and the picture of them all. Used on the client's own thread.
 *
 * <p>A conversation that did not change since the last picture stands in the next one as the same object, and the order of
 * the last picture is where the next one's begins: sorting what is nearly sorted costs next to nothing.
 */
final class ChatBook {

    private static final Comparator<Conversation> PINNED_THEN_RECENT = Comparator.comparing(Conversation::isPinned)
            .thenComparing(Conversation::lastSaidAt)
            .reversed();

    private final Profile me;
    private final Function<String, Optional<Path>> kept;
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final List<Conversation> order = new ArrayList<>();
    private final Runnable changed;
    private Map<String, Presence> presence = Map.of();
    private Progress progress = new Progress(false, false, 0, 0);
    private List<GroupInvitation> invitations = List.of();
    private boolean readOnly;
    private @Nullable ChatState picture;

    /**
     * @param kept where the bytes with a hash are on this device
     * @param changed what to do when the picture is not right any more; once for all changes before the next picture
     */
    ChatBook(Profile me, Function<String, Optional<Path>> kept, Runnable changed) {
        this.me = me;
        this.changed = changed;
        this.kept = kept;
    }

    Profile me() {
        return me;
    }

    /** One conversation as it stands on the server, known or new. */
    Conversation summary(ConversationSummary summary) {
        Conversation conversation = conversations.computeIfAbsent(summary.id(), this::added);
        conversation.summary(summary);
        return conversation;
    }

    /** What was kept of a conversation at an earlier start. */
    void restore(KeptConversation kept) {
        conversations.computeIfAbsent(kept.summary().id(), this::added).restore(kept);
    }

    /** What is to be kept of all, in the order of the list. */
    List<KeptConversation> kept() {
        return order.stream().map(Conversation::kept).toList();
    }

    void remove(String id) {
        Conversation gone = conversations.remove(id);
        if (gone != null) {
            order.remove(gone);
            touched();
        }
    }

    /** Somebody has a new name. */
    void renamed(Contact contact) {
        conversations.values().forEach(conversation -> conversation.renamed(contact));
    }

    @Nullable
    Conversation conversation(String id) {
        return conversations.get(id);
    }

    /** Does something with a conversation, where there is one with that id. */
    void with(String id, Consumer<Conversation> todo) {
        Conversation conversation = conversations.get(id);
        if (conversation != null) {
            todo.accept(conversation);
        }
    }

    Collection<Conversation> conversations() {
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

    /** What this device was granted. */
    void granted(LinkChoices choices) {
        readOnly = choices.readOnly();
        touched();
    }

    /** The groups that the account is asked to join: all of them. */
    void invitations(List<GroupInvitation> open) {
        if (!invitations.equals(open)) {
            invitations = List.copyOf(open);
            touched();
        }
    }

    boolean isCaughtUp() {
        return progress.caughtUp();
    }

    /** The picture as it stands; the same object as before where nothing changed. */
    ChatState picture() {
        if (picture == null) {
            order.sort(PINNED_THEN_RECENT);
            picture = new ChatState(
                    me, order.stream().map(Conversation::view).toList(), presence, progress, readOnly, invitations);
        }
        return picture;
    }

    private Conversation added(String id) {
        Conversation conversation = new Conversation(id, me.accountId(), kept, this::touched);
        order.add(conversation);
        return conversation;
    }

    private void touched() {
        if (picture != null) {
            picture = null;
            changed.run();
        }
    }
}
