package coderbased.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.ErrorCode;
import coderbased.testing.Deadlines;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Background calls: each caller gets an answer, whatever is thrown on which thread. */
class BackgroundCallsTest {

    private final ClientThread thread = new ClientThread("test");
    private final BackgroundCalls background = new BackgroundCalls(thread);

    @AfterEach
    void close() {
        thread.close();
    }

    @Test
    void exceptionOnTheClientThreadFailsTheFuture() throws Exception {
        for (Throwable mistake : new Throwable[] {new IllegalStateException("a mistake"), new StackOverflowError()}) {
            Throwable cause = failed(background.run(() -> "answer", thrower(mistake)));
            ProblemException problem = assertInstanceOf(ProblemException.class, cause);
            assertEquals(ErrorCode.INTERNAL, problem.problem().code());
            assertEquals("Something went wrong in this app. Try again.", problem.getMessage());
        }
        assertEquals(
                "answer", background.run(() -> "answer").get(Deadlines.seconds(30), TimeUnit.SECONDS), "it goes on");
    }

    @Test
    void exceptionInTheCallFailsTheFuture() {
        IllegalArgumentException said = new IllegalArgumentException("a sentence for the person");
        assertEquals(said, failed(background.run(() -> thrower(said).apply(""))));
        assertInstanceOf(
                ProblemException.class,
                failed(background.run(() -> thrower(new AssertionError()).apply(""))));
    }

    @Test
    void errorDoesNotEndTheClientThread() throws Exception {
        CountDownLatch later = new CountDownLatch(1);
        thread.execute(() -> {
            throw new AssertionError("a mistake");
        });
        thread.execute(later::countDown);
        assertTrue(later.await(Deadlines.seconds(30), TimeUnit.SECONDS));
    }

    private static Throwable failed(CompletableFuture<?> future) {
        return assertThrows(ExecutionException.class, () -> future.get(Deadlines.seconds(30), TimeUnit.SECONDS))
                .getCause();
    }

    private static Function<String, String> thrower(Throwable what) {
        return answer -> {
            throw BackgroundCallsTest.<RuntimeException>sneaky(what);
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable what) throws T {
        throw (T) what;
    }
}
