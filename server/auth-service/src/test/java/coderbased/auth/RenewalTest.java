package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.auth.session.Admission;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthStoreDown;
import coderbased.protocol.LogoutReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A token is renewed at every return. Either side may die between any two steps of that: the device is never locked
 * out, and of two that use the same login one is found out.
 */
final class RenewalTest extends LinkedDesktopTests {

    /** The steps of a renewal at which it is cut, in order. */
    private enum Cut {
        /** The server dies before anything is on its disk. */
        NOT_STORED,
        /** The server dies when the row is on disk and the answer is not out. */
        STORED_NOT_SAID,
        /** The device dies before it hears the answer, or before the next token is on its disk. */
        SAID_NOT_KEPT,
        /** The device dies when the next token is on its disk and was never used. */
        KEPT_NOT_USED
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptedRenewalLocksNobodyOut(Cut cut) {
        for (int again = 0; again < 3; again++) {
            happens(cut);
            world.restart();
        }
        assertIn();
        assertIn();
    }

    @ParameterizedTest
    @EnumSource
    void aCopyFromBeforeTheInterruptionIsDetectedOnceBothAreUsed(Cut cut) {
        String copied = desktop.token();
        happens(cut);
        assertIn();
        assertIn();
        assertFoundOut(copied);
    }

    @Test
    void randomRoundsLeaveOneTokenFamily() {
        rounds(60, 4711);
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void thousandsOfRandomRoundsLeaveOneTokenFamily(long seed) {
        rounds(1_000, seed);
    }

    @Test
    void alternatingCopiesAreDetectedAtTheSecondUse() {
        String copied = desktop.token();
        assertIn();
        String owners = desktop.token();
        desktop.keep(copied);
        assertIn();
        String thiefs = desktop.token();
        desktop.keep(owners);
        assertIn();
        assertFoundOut(thiefs);
    }

    @Tag("nightly")
    @Test
    void aHundredCopiedProfilesAreDetected() {
        for (int i = 0; i < 100; i++) {
            world.pass(Duration.ofMinutes(3));
            TestDesktop another = world.linked(ada);
            String copied = another.token();
            another.reinitialise();
            another.reinitialise();
            another.keep(copied);
            assertEquals(LogoutReason.TOKEN_REUSED, another.refusedWith());
            world.awaitEnd(another.sessionId(), LogoutReason.TOKEN_REUSED);
        }
        assertEquals(ada.sessionId(), ada.session().id());
    }

    /** Many renewals, cut at random; afterwards every token of the time before is a copy's. */
    private void rounds(int count, long seed) {
        Random random = new Random(seed);
        List<String> older = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            String before = desktop.token();
            if (random.nextInt(3) > 0) {
                happens(Cut.values()[random.nextInt(Cut.values().length)]);
            }
            if (random.nextInt(20) == 0) {
                world.restart();
            }
            assertIn();
            assertIn();
            older.add(before);
        }
        assertEquals(Optional.empty(), world.ended(desktop.sessionId()), "seed " + seed);
        assertFoundOut(older.get(random.nextInt(older.size())));
    }

    private void happens(Cut cut) {
        String kept = desktop.token();
        switch (cut) {
            case NOT_STORED -> {
                world.door().shut();
                assertThrows(AuthStoreDown.class, desktop::reinitialise);
                world.door().open();
            }
            case STORED_NOT_SAID -> {
                world.door().dropAnswerOf("renew");
                assertThrows(AuthStoreDown.class, desktop::reinitialise);
            }
            case SAID_NOT_KEPT -> {
                assertIn();
                desktop.keep(kept);
            }
            case KEPT_NOT_USED -> assertIn();
        }
    }

    private void assertIn() {
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
    }

    /** The copy ends the session for both, and the phone is told. */
    private void assertFoundOut(String copied) {
        String current = desktop.token();
        world.heard.clear();
        desktop.keep(copied);
        assertEquals(LogoutReason.TOKEN_REUSED, desktop.refusedWith());
        world.awaitTold(new AuthEvent.DevicesChanged(ada.accountId()));
        desktop.keep(current);
        assertEquals(LogoutReason.TOKEN_REUSED, desktop.refusedWith());
    }
}
