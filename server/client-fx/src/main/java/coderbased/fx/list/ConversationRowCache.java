package coderbased.fx.list;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.fx.Face;
import coderbased.fx.GroupPictures;
import coderbased.fx.Times;
import coderbased.protocol.SearchText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of conversations. Unchanged conversations keep their rows, so one new message among a thousand
 * conversations costs one row.
 */
public final class ConversationRowCache {

    private final Times times;
    private final Clock clock;
    private final GroupPictures pictures;
    private final Map<String, Drawn> drawn = new HashMap<>();

    public ConversationRowCache(Times times, Clock clock, GroupPictures pictures) {
        this.times = times;
        this.clock = clock;
        this.pictures = pictures;
    }

    /** Returns the rows of the conversations that are not archived, below the row of the archive. */
    List<ListRow> chats(ChatState state, @Nullable String open) {
        List<ListRow> rows = new ArrayList<>();
        int archived = 0;
        int unread = 0;
        for (ConversationView conversation : state.conversations()) {
            if (conversation.settings().archived()) {
                archived++;
                unread += conversation.unread() > 0 && !isMuted(conversation) ? 1 : 0;
            } else {
                rows.add(row(state, conversation, open));
            }
        }
        if (archived > 0) {
            rows.addFirst(new ListRow.Archive(archived, unread));
        }
        forgetGone(state);
        return rows;
    }

    /** Returns the rows of the archived conversations. */
    List<ListRow> archived(ChatState state, @Nullable String open) {
        List<ListRow> rows = new ArrayList<>();
        state.conversations().stream().filter(c -> c.settings().archived()).forEach(c -> rows.add(row(state, c, open)));
        return rows;
    }

    /** Returns the conversations whose title, or whose only other member's handle, contains the words. */
    List<ListRow> named(ChatState state, String words, @Nullable String open) {
        String wanted = SearchText.fold(words.strip());
        List<ListRow> rows = new ArrayList<>();
        state.conversations().stream().filter(c -> holds(c, wanted)).forEach(c -> rows.add(row(state, c, open)));
        return rows;
    }

    public boolean isMuted(ConversationView conversation) {
        Instant until = conversation.settings().mutedUntil();
        return until != null && until.isAfter(clock.instant());
    }

    private static boolean holds(ConversationView conversation, String wanted) {
        return SearchText.fold(conversation.title()).contains(wanted)
                || (conversation.group() == null
                        && conversation.others().stream()
                                .anyMatch(p -> p.handle().startsWith(wanted)));
    }

    private ListRow.Conversation row(ChatState state, ConversationView conversation, @Nullable String open) {
        Look look = new Look(
                conversation.id().equals(open),
                isMuted(conversation),
                pictures.of(conversation),
                times.day(clock.instant()));
        Drawn before = drawn.get(conversation.id());
        if (before != null && before.isOf(conversation, look)) {
            return before.row();
        }
        ListRow.Conversation row = lay(conversation, look, state.me().accountId());
        drawn.put(conversation.id(), new Drawn(conversation, look, row));
        return row;
    }

    private ListRow.Conversation lay(ConversationView conversation, Look look, String me) {
        MessageView last = conversation.lastMessage();
        return new ListRow.Conversation(
                conversation.id(),
                Face.of(conversation, look.picture()),
                Previews.of(conversation, look.open(), me),
                last == null ? "" : times.brief(last.at()),
                conversation.unread(),
                new ListRow.Keeping(
                        conversation.settings().pinned(),
                        look.muted(),
                        conversation.settings().archived()),
                look.open());
    }

    private void forgetGone(ChatState state) {
        if (drawn.size() > state.conversations().size()) {
            drawn.keySet().removeIf(id -> state.conversation(id) == null);
        }
    }

    /** Inputs of a row besides its conversation. */
    private record Look(
            boolean open, boolean muted, @Nullable Path picture, LocalDate today) {}

    private record Drawn(ConversationView conversation, Look look, ListRow.Conversation row) {

        @SuppressWarnings("ReferenceEquality") // an unchanged conversation is the same object in the next state
        boolean isOf(ConversationView now, Look wanted) {
            return conversation == now && look.equals(wanted);
        }
    }
}
