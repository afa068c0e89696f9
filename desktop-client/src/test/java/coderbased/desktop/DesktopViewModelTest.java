package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.SessionState;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Secret;
import coderbased.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests without a toolkit: ViewModels need none. */
class DesktopViewModelTest {

    private final FakeWebClient client = new FakeWebClient();
    private final DesktopViewModel viewModel = new DesktopViewModel(client, Runnable::run, States.CLOCK, _ -> {});

    @Test
    void everyStateHasItsScreen() {
        Map<SessionState, Class<? extends Screen>> screens = Map.of(
                new SessionState.Connecting(null, null),
                ConnectingViewModel.class,
                States.guest(),
                GuestViewModel.class,
                new SessionState.Paused(null),
                PausedViewModel.class,
                States.scanned(true),
                ScannedViewModel.class,
                new SessionState.Reinitialising(null, null),
                ReinitialisingViewModel.class,
                States.signedIn(null),
                SignedInViewModel.class,
                new SessionState.Stopped(DisconnectReason.CONNECTED_ELSEWHERE),
                StoppedViewModel.class);
        for (SessionState from : screens.keySet()) {
            for (Map.Entry<SessionState, Class<? extends Screen>> to : screens.entrySet()) {
                client.tell(from);
                client.tell(to.getKey());
                assertSame(to.getValue(), viewModel.screen().get().getClass(), from + " -> " + to.getKey());
            }
        }
    }

    @Test
    void newCodeUpdatesTheSameScreen() {
        client.tell(States.guest());
        Screen first = viewModel.screen().get();
        client.tell(States.guest());
        assertSame(first, viewModel.screen().get());
    }

    @Test
    void lostConnectionKeepsTheChatAndANewSessionReplacesIt() {
        client.tell(States.signedIn(null));
        Screen first = viewModel.screen().get();
        client.tell(States.signedIn("The server cannot be reached."));
        assertSame(first, viewModel.screen().get());
        client.tell(States.guest());
        client.tell(States.signedIn(null));
        assertNotSame(first, viewModel.screen().get());
    }

    @Test
    void focusEndsAPauseAndNothingElse() {
        client.tell(States.guest());
        viewModel.onFocus();
        assertFalse(client.asked.contains("showNewCode"));
        client.tell(new SessionState.Paused(null));
        viewModel.onFocus();
        assertTrue(client.asked.contains("showNewCode"));
    }

    @Test
    void timeLeftRunsDownToZero() {
        GuestViewModel guest = new GuestViewModel(States.CLOCK, () -> {});
        guest.show(States.guest());
        assertEquals(45, guest.secondsLeft().get());
        assertEquals(0.75, guest.timeLeft().get(), 0.001);
        assertFalse(guest.lastCode().get());
        SessionState.Code over = new SessionState.Code(
                new Secret("CBC"), new Secret("X"), 6, 6, States.NOW.minusSeconds(60), States.NOW.minusSeconds(1));
        guest.show(new SessionState.Guest(over, null));
        assertEquals(0, guest.secondsLeft().get());
        assertEquals(0, guest.timeLeft().get());
        assertEquals("This was the last code.", guest.status().get());
        assertTrue(guest.lastCode().get());
    }

    @Test
    void ringMovesEveryFiveSeconds() {
        MutableClock clock = MutableClock.standingAt(States.NOW);
        GuestViewModel guest = new GuestViewModel(clock, () -> {});
        guest.show(States.guest());
        AtomicInteger moves = new AtomicInteger();
        guest.timeLeft().subscribe((before, after) -> moves.incrementAndGet());
        for (int tick = 0; tick < 100; tick++) {
            clock.turn(Duration.ofMillis(250));
            guest.tick();
        }
        assertEquals(5, moves.get());
    }

    @Test
    void closingClosesTheClient() {
        client.tell(States.signedIn(null));
        viewModel.close();
        assertEquals(List.of("close"), client.asked);
    }
}
