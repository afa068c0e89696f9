package coderbased.client;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.client.net.Subscription;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Waits for expected events, with a limit. */
public final class Soon {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Soon() {}

    public static <T> T taken(BlockingQueue<T> queue, String what) {
        try {
            T next = queue.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new AssertionError(what + " did not come within " + LIMIT);
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the first desktop state, from now on, that matches {@code wanted}. */
    static SessionState state(WebClient client, Predicate<SessionState> wanted) {
        AtomicReference<SessionState> found = new AtomicReference<>();
        CountDownLatch here = new CountDownLatch(1);
        try (Subscription stay = client.onState(state -> {
            if (wanted.test(state) && found.compareAndSet(null, state)) {
                here.countDown();
            }
        })) {
            await(here, () -> "the desktop stayed in " + client.state());
            return found.get();
        }
    }

    static <T extends SessionState> T state(WebClient client, Class<T> kind) {
        return kind.cast(state(client, kind::isInstance));
    }

    static PhoneState phoneState(PhoneClient client, Predicate<PhoneState> wanted) {
        AtomicReference<PhoneState> found = new AtomicReference<>();
        CountDownLatch here = new CountDownLatch(1);
        try (Subscription stay = client.onState(state -> {
            if (wanted.test(state) && found.compareAndSet(null, state)) {
                here.countDown();
            }
        })) {
            await(here, () -> "the phone stayed in " + client.state());
            return found.get();
        }
    }

    static ChatState chat(Chat chat, Predicate<ChatState> wanted) {
        AtomicReference<ChatState> found = new AtomicReference<>();
        CountDownLatch here = new CountDownLatch(1);
        try (Subscription stay = chat.onState(state -> {
            if (wanted.test(state) && found.compareAndSet(null, state)) {
                here.countDown();
            }
        })) {
            await(here, () -> "the chat stayed at " + chat.state());
            return found.get();
        }
    }

    public static void await(CountDownLatch latch, java.util.function.Supplier<String> otherwise) {
        try {
            if (!latch.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(otherwise.get());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
