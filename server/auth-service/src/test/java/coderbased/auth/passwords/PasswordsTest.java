package coderbased.auth.passwords;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.AuthSettings;
import coderbased.auth.session.AuthRefused;
import coderbased.protocol.ErrorCode;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final String PASSWORD = "correct horse battery";

    private static final BooleanSupplier STRANGER = () -> false;
    private static final BooleanSupplier KNOWN = () -> true;

    private final Passwords passwords = new Passwords(PasswordCost.ofThisHeap());

    @AfterEach
    void stop() {
        passwords.close();
    }

    @Test
    void aHashSaysHowItWasMadeAndNeverTwiceTheSame() {
        String hash = passwords.hash(PASSWORD, STRANGER);
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        // 16 bytes of salt, 32 of hash, in base64 without padding.
        assertEquals(22, hash.split("\\$")[4].length());
        assertEquals(43, hash.split("\\$")[5].length());
        assertNotEquals(hash, passwords.hash(PASSWORD, STRANGER));
    }

    @Test
    void onlyThePasswordItselfIsRight() {
        String hash = passwords.hash(PASSWORD, STRANGER);
        assertTrue(passwords.check(PASSWORD, hash, STRANGER));
        assertFalse(passwords.check(PASSWORD + " ", hash, STRANGER));
        assertFalse(passwords.check("", hash, STRANGER));
        assertFalse(passwords.check(PASSWORD, "", STRANGER));
    }

    @Test
    void anotherKeyboardMayComposeLettersDifferently() {
        assertTrue(passwords.check("p\u00e4sswort", passwords.hash("pa\u0308sswort", STRANGER), STRANGER));
    }

    @Test
    void aCrowdOfStrangersLeavesAReserveForWhoeverIsKnown() throws Exception {
        String hash = passwords.hash(PASSWORD, STRANGER);
        PasswordCost cost = PasswordCost.ofThisHeap();
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(cost.threads());
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < cost.threads(); i++) {
                crowd.execute(() -> passwords.await(() -> heldBy(gate, running), STRANGER));
            }
            running.await();
            for (int i = 1; i <= cost.queue(); i++) {
                crowd.execute(() -> passwords.await(() -> heldBy(gate, running), STRANGER));
                awaitWaiting(i);
            }

            AuthRefused stranger = assertThrows(AuthRefused.class, () -> passwords.check(PASSWORD, hash, STRANGER));
            assertEquals(ErrorCode.TRY_LATER, stranger.problem().code());
            assertTrue(passwords.check(PASSWORD, hash, KNOWN));
            assertTrue(passwords.hash(PASSWORD, KNOWN).startsWith("$argon2id$"));
            gate.countDown();
        }
    }

    private void awaitWaiting(int count) {
        while (passwords.waiting() < count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theServerHashesAtTheCostThatItsHeapBears() {
        assertEquals(
                PasswordCost.ofThisHeap(), AuthSettings.defaults("AAAA", "1").passwords());
    }

    @Test
    void aSmallHeapTakesLessMemoryAndMoreRounds() {
        assertEquals(new PasswordCost(7_168, 5, 1, 4, 8), PasswordCost.of(64L << 20));
        assertEquals(new PasswordCost(19_456, 2, 2, 100, 64), PasswordCost.of(1L << 30));
    }

    @Test
    void aHashOfTheOtherCostIsChecked() {
        Argon2Function small = Argon2Function.getInstance(7_168, 5, 1, 32, Argon2.ID);
        String hash = small.hash(PASSWORD).getResult();
        assertTrue(passwords.check(PASSWORD, hash, STRANGER));
        assertFalse(passwords.check(PASSWORD + " ", hash, STRANGER));
    }

    @Test
    void whoWaitsInTheQueueWhenTheServerStopsIsRefused() throws Exception {
        int threads = PasswordCost.ofThisHeap().threads();
        CountDownLatch running = new CountDownLatch(threads);
        CountDownLatch gate = new CountDownLatch(1);
        Queue<AuthRefused> refused = new ConcurrentLinkedQueue<>();
        List<Thread> waiting = new ArrayList<>();
        try (ExecutorService busy = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                busy.execute(() -> passwords.await(() -> heldBy(gate, running), STRANGER));
            }
            running.await();
            for (int i = 0; i < 10; i++) {
                waiting.add(Thread.ofPlatform().start(() -> {
                    AuthRefused why = assertThrows(AuthRefused.class, () -> passwords.hash(PASSWORD, STRANGER));
                    refused.add(why);
                }));
            }
            while (waiting.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
            passwords.close();
            for (Thread caller : waiting) {
                caller.join();
            }
            gate.countDown();
        }
        assertEquals(10, refused.size());
        AuthRefused late = assertThrows(AuthRefused.class, () -> passwords.hash(PASSWORD, KNOWN));
        refused.add(late);
        for (AuthRefused why : refused) {
            assertEquals(ErrorCode.TRY_LATER, why.problem().code());
            assertTrue(
                    why.problem().message().contains("stopping"), why.problem().message());
        }
    }

    @Test
    void callerThatWaitsForThePaceIsToldThatTheServerStops() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Queue<Throwable> ends = new ConcurrentLinkedQueue<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                passwords.await(
                        () -> {
                            running.countDown();
                            never.await();
                            return true;
                        },
                        STRANGER);
            } catch (RuntimeException e) {
                ends.add(e);
            }
        });
        running.await();
        passwords.close();
        caller.join();
        AuthRefused why = assertInstanceOf(AuthRefused.class, ends.remove());
        assertEquals(ErrorCode.TRY_LATER, why.problem().code());
    }

    /** As a hash that is being made, it does not hear that it shall stop. */
    private static boolean heldBy(CountDownLatch gate, CountDownLatch running) {
        running.countDown();
        boolean interrupted = false;
        while (true) {
            try {
                gate.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return interrupted;
    }
}
