package coderbased.chat;

import coderbased.chat.ChatFanout.State;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers of those parts of told conversations that change without a message: the account's draft and conversation
 * settings, and the invitations. Not thread-safe.
 */
final class ToldParts {

    private final Map<String, Long> notes = new HashMap<>();
    private final Map<String, Long> invited = new HashMap<>();

    /**
     * Records a delivered part; false if it tells of a draft or of conversation settings and they are not newer than
     * what was told.
     */
    boolean isNews(State state) {
        boolean isNews = state.notes() == State.NONE || state.notes() > notes.getOrDefault(state.conversationId(), 0L);
        if (isNews) {
            notes.merge(state.conversationId(), state.notes(), Math::max);
        }
        return isNews;
    }

    boolean isOlderNotes(State state) {
        return state.notes() != State.NONE && state.notes() < notes.getOrDefault(state.conversationId(), 0L);
    }

    boolean isOlderInvited(State state) {
        return state.invited() < invited.getOrDefault(state.conversationId(), 0L);
    }

    /** Records that a conversation is told as a whole. */
    void tell(State state) {
        notes.merge(state.conversationId(), state.notes(), Math::max);
        invited.merge(state.conversationId(), state.invited(), Math::max);
    }
}
