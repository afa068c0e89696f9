package coderbased.fx.people;

import coderbased.client.chat.ChatState;
import coderbased.fx.Times;

/** Says whether somebody is here, or when they last were. */
final class Presences {

    private Presences() {}

    /** Empty where it is not known. */
    static String words(ChatState state, String accountId, Times times) {
        ChatState.Presence presence = state.presence().get(accountId);
        if (presence == null) {
            return "";
        }
        if (presence.here()) {
            return "online";
        }
        return presence.lastSeenAt() == null ? "" : "last seen " + times.inSentence(presence.lastSeenAt());
    }
}
