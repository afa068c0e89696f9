package coderbased.client;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.client.net.Subscription;
import coderbased.testing.Eventually;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Waits for states of the clients. */
public final class States {

    private States() {}

    /** Returns the first desktop state, from now on, that matches {@code wanted}. */
    static SessionState state(WebClient client, Predicate<SessionState> wanted) {
        AtomicReference<SessionState> found = new AtomicReference<>();
        CountDownLatch here = new CountDownLatch(1);
        try (Subscription stay = client.onState(state -> {
            if (wanted.test(state) && found.compareAndSet(null, state)) {
                here.countDown();
            }
        })) {
            Eventually.opened(here, () -> "the desktop stayed in " + client.state());
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
            Eventually.opened(here, () -> "the phone stayed in " + client.state());
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
            Eventually.opened(here, () -> "the chat stayed at " + chat.state());
            return found.get();
        }
    }
}
