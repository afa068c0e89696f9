package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import coderbased.chat.ChatStore.StoreUnavailable;
import coderbased.protocol.Body;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The writer announces what is on disk and was not announced, however long the store is away and whatever fails. */
final class AnnouncedAgainTest {

    /** More than the failures after which one write is given up. */
    private static final int MANY = 15;

    private final BlockingQueue<ChatWritten> announced = new LinkedBlockingQueue<>();
    private final AtomicInteger failingAnnouncements = new AtomicInteger();
    private volatile boolean losesAnswer;
    private volatile boolean isAway;
    private MessageWriter writer;

    @BeforeEach
    void open() {
        ChatStore real = new InMemoryChatStore(AccountLimits.unlimited(), _ -> Optional.empty());
        real.commit(
                List.of(new ChatWrite.OpenDirect("c", "ada", "bob"), new ChatWrite.OpenDirect("d", "cleo", "dan")),
                Instant.EPOCH);
        writer = new MessageWriter(around(real), Clock.systemUTC(), this::announce, ChatMeter.NONE);
        writer.start();
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    @Test
    void anUncertainWriteIsAnnouncedAfterALongOutage() throws Exception {
        losesAnswer = true;
        assertEquals("failed", say("c", "uncertain"));
        for (int i = 0; i < MANY; i++) {
            assertEquals("failed", say("d", "refused" + i));
        }
        isAway = false;
        assertEquals("written", say("d", "last"));
        assertRecalled("c");
    }

    @Test
    void aFailedAnnouncementIsRepeated() throws Exception {
        failingAnnouncements.set(1);
        assertEquals("written", say("c", "untold"));
        assertRecalled("c");
    }

    @Test
    void anAnnouncementIsRepeatedUntilItSucceeds() throws Exception {
        failingAnnouncements.set(3);
        assertEquals("written", say("c", "untold"));
        assertRecalled("c");
    }

    private void assertRecalled(String conversation) throws InterruptedException {
        while (true) {
            ChatWritten next = announced.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS);
            assertNotNull(next, "waited for an announcement");
            if (next instanceof ChatWritten.Recalled recalled
                    && recalled.conversationId().equals(conversation)) {
                return;
            }
        }
    }

    private String say(String conversation, String name) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        String by = conversation.equals("c") ? "ada" : "cleo";
        writer.submit(
                new ChatWrite.Send(conversation, by, name, new Body.Text("x"), null, false),
                new MessageWriter.Answer() {
                    @Override
                    public void written(ChatWritten result) {
                        answer.complete("written");
                    }

                    @Override
                    public void failed() {
                        answer.complete("failed");
                    }
                });
        return answer.get(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private void announce(ChatWritten written) {
        if (failingAnnouncements.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StackOverflowError();
        }
        announced.add(written);
    }

    /** Its first answer is lost on request, and then it is away. */
    private ChatStore around(ChatStore real) {
        return (ChatStore) Proxy.newProxyInstance(
                ChatStore.class.getClassLoader(), new Class<?>[] {ChatStore.class}, (_, method, arguments) -> {
                    if (isAway) {
                        throw new StoreUnavailable("away", new IllegalStateException());
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (losesAnswer) {
                            losesAnswer = false;
                            isAway = true;
                            throw new StoreUnavailable("lost", new IllegalStateException());
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
