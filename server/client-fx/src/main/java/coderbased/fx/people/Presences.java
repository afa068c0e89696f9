package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ChatState;
import coderbased.fx.Times;

/** Presence of an account as words. */
final class Presences {

    private Presences() {}

    /** Returns "online", or the time of the last visit; empty if unknown. */
    static String words(ChatState state, String accountId, Times times) {
        ChatState.Presence presence = state.presence().get(accountId);
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
