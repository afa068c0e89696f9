package coderbased.client.chat;

import coderbased.client.chat.ChatState.Progress;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.Resuming;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Synchronisation after a new connection: {@code Resume}, {@code Resuming}, {@code Overview}s, {@code Batch}es,
 * {@code CaughtUp}. Used on the client thread.
 */
final class CatchingUp {

    private final ChatBook book;
    private final Set<String> named = new HashSet<>();
    private boolean known;
    private long arrived;
    private long expected;

    /** @param book holds what is known from an earlier start */
    CatchingUp(ChatBook book) {
        this.book = book;
        this.known = !book.conversations().isEmpty();
        tell(false);
    }

    /** Returns the request that starts a synchronisation. */
    Resume begin() {
        named.clear();
        arrived = 0;
        expected = 0;
        Map<String, Long> have = new TreeMap<>();
        for (LocalConversation conversation : book.conversations()) {
            conversation.have().ifPresent(rev -> have.put(conversation.id(), rev));
        }
        tell(false);
        return new Resume(have);
    }

    void resuming(Resuming counted) {
        expected = counted.messages();
        tell(false);
    }

    void named(Overview page) {
        page.conversations().forEach(summary -> named(summary.id()));
    }

    /** Records that the reader is a member of the conversation. */
    void named(String conversationId) {
        named.add(conversationId);
    }

    void batch(Batch batch) {
        arrived += batch.messages().size();
        tell(false);
        book.with(batch.conversationId(), conversation -> {
            for (ChatMessage message : batch.messages()) {
                conversation.missed(message);
            }
        });
    }

    /** Ends the synchronisation; returns the conversations that the reader is no longer a member of. */
    List<String> end() {
        known = true;
        tell(true);
        List<String> gone = book.conversations().stream()
                .map(LocalConversation::id)
                .filter(id -> !named.contains(id))
                .toList();
        gone.forEach(book::remove);
        book.conversations().forEach(LocalConversation::caughtUp);
        return gone;
    }

    /** Records that the connection is gone. */
    void interrupted() {
        tell(false);
    }

    private void tell(boolean caughtUp) {
        book.progress(new Progress(caughtUp, known, arrived, expected));
    }
}
