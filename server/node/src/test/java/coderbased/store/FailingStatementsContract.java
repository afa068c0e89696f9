package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.AuthStoreDown;
import coderbased.chat.ChatStore.StoreUnavailable;
import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWritten;
import coderbased.files.FilesDown;
import coderbased.protocol.Body;
import coderbased.store.FaultyJdbc.Failure;
import coderbased.store.chat.SqlChatStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each statement of each write fails once, its beginning, its commit and its rollback among them. Nothing is half there
 * afterwards, the same write succeeds when it is tried again, and every conversation takes messages.
 */
abstract class FailingStatementsContract {

    /** More calls than any write makes. */
    private static final int MOST_CALLS = 200;

    private static final Set<String> FEW =
            Set.of("several", "create", "accept", "withdraw", "change password", "complete");

    private static final Set<String> ALL = Set.of();

    private final FaultyJdbc jdbc = new FaultyJdbc();
    private Database database;
    private int round;

    /** Opens an empty database through that. */
    abstract Database open(FaultyJdbc through) throws IOException;

    @BeforeEach
    void start() throws IOException {
        database = open(jdbc);
    }

    @AfterEach
    void close() throws IOException {
        jdbc.heal();
        database.close();
    }

    @Test
    void aLostAnswerToACallIsHandled() {
        walk(FEW, new Failure(false, false));
    }

    @Test
    void aFailingCallWithAFailingRollbackIsHandled() {
        walk(FEW, new Failure(true, true));
    }

    @Test
    @Tag("nightly")
    void everyFailureOfEveryCallIsHandled() {
        for (boolean before : List.of(true, false)) {
            for (boolean lasting : List.of(true, false)) {
                walk(ALL, new Failure(before, lasting));
            }
        }
    }

    private void walk(Set<String> names, Failure failure) {
        List<Writes.Step> steps = new Writes(database, 0).all();
        assertTrue(steps.stream().map(Writes.Step::name).toList().containsAll(names), "a step has another name");
        int walked = 0;
        for (int write = 0; write < steps.size(); write++) {
            if (!names.isEmpty() && !names.contains(steps.get(write).name())) {
                continue;
            }
            int call = 1;
            while (failsAt(write, call, failure)) {
                call++;
                assertTrue(call < MOST_CALLS);
            }
            walked += call - 1;
        }
        assertTrue(walked > 0);
        System.out.println(failure + ": " + walked + " calls failed");
    }

    /** False if the write has fewer calls, and succeeded. */
    private boolean failsAt(int write, int call, Failure failure) {
        round++;
        Writes writes = new Writes(database, round);
        writes.prepare();
        Writes.Step step = writes.all().get(write);
        String where = step.name() + ", call " + call + ", " + failure;
        jdbc.fail(call, failure);
        boolean thrown = isRefused(step, where);
        boolean failed = jdbc.heal();
        // A failure to undo, to close or to look for work need not be the caller's.
        assertFalse(thrown && !failed, where);
        Wholeness.require(database, where);
        step.call().run();
        Wholeness.require(database, where);
        assertTrue(writes.isDone(step), where);
        say(where, "c" + round);
        say(where, "g" + round);
        return failed;
    }

    private static boolean isRefused(Writes.Step step, String where) {
        try {
            step.call().run();
            return false;
        } catch (StoreUnavailable | AuthStoreDown | FilesDown _) {
            return true;
        } catch (RuntimeException e) {
            throw new AssertionError(where + ": not what a store throws", e);
        }
    }

    private void say(String where, String conversation) {
        List<ChatWritten> written = new SqlChatStore(database)
                .commit(
                        List.of(new ChatWrite.Send(
                                conversation, "b" + round, "after", new Body.Text("and on"), null, false)),
                        Instant.EPOCH);
        assertInstanceOf(ChatWritten.Stored.class, written.getFirst(), where);
        assertEquals(1, written.size());
    }
}
