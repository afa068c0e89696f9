package coderbased.history;

import coderbased.auth.MadeSessions.Made;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Admission of a scripted device, repeatedly, each time with its newest token. For one thread to
 * answer.
 */
final class Admission {

    private volatile Made newest;

    Admission(Made made) {
        newest = made;
    }

    /** The device with the token that it was given last. */
    Made device() {
        return newest;
    }

    /**
     * Returns what it says to that message; null where the message is about something else.
     *
     * @param have the last change of each conversation that it has
     */
    @Nullable
    ChatClientMessage answer(ChatServerMessage message, Map<String, Long> have) {
        return switch (message) {
            case ChatServerMessage.Challenge challenge -> newest.answer(challenge.nonce());
            case ChatServerMessage.Admitted in -> {
                newest = newest.renewed(in.token().value());
                yield new ChatClientMessage.Resume(have);
            }
            default -> null;
        };
    }
}
