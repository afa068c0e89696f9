package coderbased.fx.list;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.fx.Latest;
import coderbased.fx.text.SafeText;
import coderbased.protocol.GroupInvitation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Invitations to groups, as rows above the chats. Used on the JavaFX thread. */
public final class InvitationsViewModel {

    private final Chat chat;
    private final Executor fx;
    private final Set<String> answered = new HashSet<>();
    private final Map<String, String> problems = new HashMap<>();
    private Runnable changed = () -> {};

    public InvitationsViewModel(Chat chat, Executor fx) {
        this.chat = chat;
        this.fx = fx;
    }

    /** Sets the action to run when a row has changed. */
    void onChanged(Runnable then) {
        changed = then;
    }

    /** Returns a row per invitation; none on a read-only device, which cannot answer. */
    List<ListRow> rows(ChatState now) {
        return now.readOnly()
                ? List.of()
                : now.invitations().stream().map(this::row).toList();
    }

    /** Accepts or declines. A failure is shown in the row, and the invitation stays. */
    void answer(String conversationId, boolean accept) {
        answered.add(conversationId);
        problems.remove(conversationId);
        changed.run();
        chat.answerInvitation(conversationId, accept)
                .whenCompleteAsync((_, failure) -> told(conversationId, failure), fx);
    }

    private ListRow row(GroupInvitation invitation) {
        String id = invitation.conversationId();
        return new ListRow.Invitation(
                id,
                SafeText.name(invitation.group().name()),
                SafeText.name(invitation.inviter().name()),
                invitation.members(),
                answered.contains(id),
                problems.getOrDefault(id, ""));
    }

    private void told(String conversationId, @Nullable Throwable failure) {
        answered.remove(conversationId);
        if (failure != null) {
            problems.put(conversationId, Latest.sentence(failure));
        }
        changed.run();
    }
}
