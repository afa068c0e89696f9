package coderbased.client.chat;

import coderbased.client.net.ClientThread;
import coderbased.client.net.Subscription;
import coderbased.protocol.ChatServerMessage.TypingChanged;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Members who are typing, until their signal expires. Used on the client thread. */
final class Typists {

    private final ClientThread thread;
    private final ChatBook book;
    private final Duration forgottenAfter;
    private final Map<String, Map<String, Subscription>> typing = new LinkedHashMap<>();

    Typists(ClientThread thread, ChatBook book, Duration forgottenAfter) {
        this.thread = thread;
        this.book = book;
        this.forgottenAfter = forgottenAfter;
    }

    void heard(TypingChanged said) {
        if (said.now()) {
            Subscription timer = thread.after(forgottenAfter, () -> stopped(said.conversationId(), said.accountId()));
            Subscription before = typing.computeIfAbsent(said.conversationId(), _ -> new LinkedHashMap<>())
                    .put(said.accountId(), timer);
            if (before == null) {
                tell(said.conversationId());
            } else {
                before.close();
            }
        } else {
            stopped(said.conversationId(), said.accountId());
        }
    }

    /** Removes a member who stopped typing, or sent the message. */
    void stopped(String conversationId, String accountId) {
        Map<String, Subscription> here = typing.get(conversationId);
        Subscription timer = here == null ? null : here.remove(accountId);
        if (timer != null) {
            timer.close();
            tell(conversationId);
        }
    }

    /** Removes everybody, because the connection is gone. */
    void pause() {
        List<String> ids = List.copyOf(typing.keySet());
        typing.values().forEach(timers -> timers.values().forEach(Subscription::close));
        typing.clear();
        ids.forEach(this::tell);
    }

    private void tell(String conversationId) {
        List<String> accounts =
                List.copyOf(typing.getOrDefault(conversationId, Map.of()).keySet());
        book.with(conversationId, conversation -> conversation.typing(accounts));
    }
}
