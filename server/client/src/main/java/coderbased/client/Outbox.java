package coderbased.client;

import coderbased.protocol.ChatClientMessage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was said and is not known to be stored, in the order it was typed. Used on the client's own thread. */
final class Outbox {

    /** One message on its way, and when it was typed. */
    record Entry(ChatClientMessage.Send send, Instant typedAt) {

        /** The name by which the server knows a repeated one again. */
        String name() {
            return send.clientMessageId();
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    void add(Entry entry) {
        entries.put(entry.name(), entry);
    }

    /** The server has answered it; null where it had before. */
    @Nullable
    Entry remove(String clientMessageId) {
        return entries.remove(clientMessageId);
    }

    /** What goes out next. */
    @Nullable
    Entry first() {
        return entries.isEmpty() ? null : entries.values().iterator().next();
    }
}
