package coderbased.client.chat;

import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.Protocol;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Tells the server that the person is typing: at every key is far too often. Used on the client's own thread. */
final class TypingTold {

    private static final Duration AGAIN =
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
        // A clock that was set back must not keep it quiet.
        if (last.equals(Instant.MIN) || now.isBefore(last) || !now.isBefore(last.plus(AGAIN))) {
            told.put(conversationId, now);
            uplink.tell(new Typing(conversationId, true));
        }
    }

    /** What was typed is gone from where it was typed. */
    void stopped(String conversationId) {
        if (told.remove(conversationId) != null) {
            uplink.tell(new Typing(conversationId, false));
        }
    }

    /** What was said is seen as such by everybody: they need not be told that the typing ended. */
    void said(String conversationId) {
        told.remove(conversationId);
    }
}
