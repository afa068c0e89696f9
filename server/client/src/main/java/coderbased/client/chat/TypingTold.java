package coderbased.client.chat;

import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.Protocol;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Tells the server that the user is typing, far less often than at every key. Used on the client thread. */
final class TypingTold {

    private static final Duration REPEAT_INTERVAL =
            Duration.ofSeconds(Protocol.TYPING_SECONDS).dividedBy(2);

    private final Uplink uplink;
    private final Clock clock;
    private final Map<String, Instant> told = new HashMap<>();

    TypingTold(Uplink uplink, Clock clock) {
        this.uplink = uplink;
        this.clock = clock;
    }

    void typing(String conversationId) {
        Instant now = clock.instant();
        Instant last = told.getOrDefault(conversationId, Instant.MIN);
        // A clock that was set back must not silence it.
        if (last.equals(Instant.MIN) || now.isBefore(last) || !now.isBefore(last.plus(REPEAT_INTERVAL))) {
            told.put(conversationId, now);
            uplink.tell(new Typing(conversationId, true));
        }
    }

    /** Records that the typed text was deleted. */
    void stopped(String conversationId) {
        if (told.remove(conversationId) != null) {
            uplink.tell(new Typing(conversationId, false));
        }
    }

    /** Records that the text was sent: the message itself ends the typing on other devices. */
    void said(String conversationId) {
        told.remove(conversationId);
    }
}
