package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import coderbased.auth.session.InMemoryAuthStore;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Protocol;
import coderbased.testing.MutableClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A code changes once each time, whoever looks; the one before keeps its grace. */
class RotationTest {

    private final MutableClock clock = MutableClock.standing();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    /** Does something else in the middle of the next draw. */
    private final SecureRandom random = new SecureRandom() {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            meanwhile.getAndSet(() -> {}).run();
            super.nextBytes(bytes);
        }
    };

    @Test
    void concurrentRotationsChangeACodeOnce(@TempDir Path folder) throws Exception {
        List<GuestServerMessage> shown = new CopyOnWriteArrayList<>();
        try (AuthService auth = AuthNodes.alone(new InMemoryAuthStore(), folder, clock, random)) {
            auth.openGuest(
                    new GuestClientMessage.Hello(
                            Protocol.VERSION, new DeviceFacts("PC", "App", "Os"), new TestKey().publicHalf()),
                    AuthWorld.HOME,
                    shown::add);
            clock.turn(Duration.ofSeconds(60));
            Thread other = Thread.ofPlatform().unstarted(auth::sweep);
            meanwhile.set(() -> {
                other.start();
                // It is through, or it waits for this one.
                while (other.getState() != Thread.State.WAITING && other.getState() != Thread.State.TERMINATED) {
                    Thread.onSpinWait();
                }
            });

            auth.sweep();
            other.join();

            assertEquals(2, shown.size(), "the first code and the next: " + shown);
            assertEquals(
                    2,
                    assertInstanceOf(GuestServerMessage.ShowCode.class, shown.getLast())
                            .number());
        }
    }
}
