package coderbased.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.net.ClientThread;
import coderbased.protocol.ChatServerMessage.TypingChanged;
import coderbased.protocol.Profile;
import coderbased.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Expiry of typing signals. */
class TypistsTest {

    private final ClientThread thread = new ClientThread("typists-test");

    @AfterEach
    void stop() {
        thread.close();
    }

    @Test
    void typingExpiresUnlessRepeated() {
        BlockingQueue<List<String>> seen = new LinkedBlockingQueue<>();
        thread.execute(() -> {
            ChatBook book = new ChatBook(new Profile("a1", "ada", "Ada"), _ -> Optional.empty(), () -> {});
            LocalConversation conversation = book.summary(PlayedChat.summary("c1", 0, null, 0));
            Typists typists = new Typists(thread, book, Duration.ofMillis(50));
            typists.heard(new TypingChanged("c1", PlayedChat.BOB, true));
            seen.add(conversation.view().typing());
            thread.after(
                    Duration.ofMillis(100), () -> seen.add(conversation.view().typing()));
        });
        assertEquals(List.of("Bob"), Eventually.taken(seen, "typing"));
        assertEquals(List.of(), Eventually.taken(seen, "the end of it"));
    }
}
