package coderbased.fx.notify;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.protocol.Body;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the messages that arrived between two states of the chat.
 *
 * <p>During a synchronisation it reports and remembers nothing, so that the first complete state is compared with the
 * last complete one. On a device that has never received its conversations, it starts with the first state.
 */
final class Arrivals {

    /**
     * New messages of one conversation.
     *
     * @param messages number of messages
     * @param missed true if they came with a synchronisation, not live
     */
    record Arrival(ConversationView conversation, int messages, boolean missed) {}

    private record Seen(long seq, int unread) {}

    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();
    private boolean began;
    private boolean missing;

    Arrivals(Clock clock) {
        this.clock = clock;
    }

    List<Arrival> next(ChatState now) {
        if (!began) {
            began = now.progress().known();
            missing = !now.caughtUp();
            remember(now);
            return List.of();
        }
        if (!now.caughtUp()) {
            missing = true;
            return List.of();
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (ConversationView conversation : now.conversations()) {
            int messages = isWanted(conversation) ? messages(conversation) : 0;
            if (messages > 0) {
                arrivals.add(new Arrival(conversation, messages, missing));
            }
        }
        missing = false;
        remember(now);
        return arrivals;
    }

    private void remember(ChatState now) {
        now.conversations().forEach(c -> seen.put(c.id(), new Seen(newest(c), c.unread())));
    }

    private boolean isWanted(ConversationView conversation) {
        Instant mutedUntil = conversation.settings().mutedUntil();
        boolean muted = mutedUntil != null && mutedUntil.isAfter(clock.instant());
        return !muted && !conversation.settings().archived();
    }

    private int messages(ConversationView conversation) {
        MessageView last = conversation.lastMessage();
        Seen before = seen.getOrDefault(conversation.id(), new Seen(0, 0));
        boolean said = last != null
                && !last.mine()
                && last.seq() > before.seq()
                && (last.body() instanceof Body.Text || last.body() instanceof Body.File);
        return said && conversation.unread() > 0 ? Math.max(1, conversation.unread() - before.unread()) : 0;
    }

    private static long newest(ConversationView conversation) {
        MessageView last = conversation.lastMessage();
        return last == null ? 0 : last.seq();
    }
}
