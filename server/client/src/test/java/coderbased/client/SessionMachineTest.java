package coderbased.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.SessionEvent.AwayFromKnownChat;
import coderbased.client.SessionEvent.CodeScanned;
import coderbased.client.SessionEvent.CodeShown;
import coderbased.client.SessionEvent.CodesRanOut;
import coderbased.client.SessionEvent.ConnectionLost;
import coderbased.client.SessionEvent.LinkFailed;
import coderbased.client.SessionEvent.LoginRead;
import coderbased.client.SessionEvent.NewLoginWanted;
import coderbased.client.SessionEvent.RetryPressed;
import coderbased.client.SessionEvent.SessionEnded;
import coderbased.client.SessionEvent.TokenKept;
import coderbased.client.SessionEvent.ToldToStop;
import coderbased.client.SessionState.Authenticated;
import coderbased.client.SessionState.Code;
import coderbased.client.SessionState.Connecting;
import coderbased.client.SessionState.Guest;
import coderbased.client.SessionState.LoginUnavailable;
import coderbased.client.SessionState.Notice;
import coderbased.client.SessionState.Paused;
import coderbased.client.SessionState.Reinitialising;
import coderbased.client.SessionState.Scanned;
import coderbased.client.SessionState.Stopped;
import coderbased.client.keys.KeptLogin;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Profile;
import coderbased.protocol.Secret;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All states with all events; combinations that are not listed keep the state. */
class SessionMachineTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Profile ADA = People.ADA;
    private static final Logout LOGOUT = Logout.of(LogoutReason.PHONE_LOGGED_OUT, Initiator.USER, NOW);
    private static final Notice BEFORE = new Notice.LinkEnded(LinkEnd.EXPIRED);
    private static final Code FIRST =
            new Code(new Secret("QR1"), new Secret("AAAA-AAAA"), 1, 6, NOW, NOW.plusSeconds(60));
    private static final Code SECOND =
            new Code(new Secret("QR2"), new Secret("BBBB-BBBB"), 2, 6, NOW, NOW.plusSeconds(30));

    private static final SessionState CONNECTING = new Connecting("before", BEFORE);
    private static final SessionState GUEST = new Guest(FIRST, BEFORE);
    private static final SessionState PAUSED = new Paused(BEFORE);
    private static final SessionState SCANNED = new Scanned("Ada", true, NOW);
    private static final SessionState REINITIALISING = new Reinitialising(ADA, "before");
    private static final SessionState AUTHENTICATED = new Authenticated(ADA, "before");
    private static final SessionState STOPPED = new Stopped(DisconnectReason.CONNECTED_ELSEWHERE);
    private static final SessionState FROZEN = new Stopped(DisconnectReason.FROZEN);

    private static final SessionState UNAVAILABLE = new LoginUnavailable("It is locked.");
    private static final SessionState UNSTORABLE = new SessionState.LoginUnstorable("It is full.");

    private static final SessionEvent READ = new LoginRead(new KeptLogin.Found(People.credentials("t1")));
    private static final SessionEvent NEW_LOGIN = new NewLoginWanted();
    private static final SessionEvent SHOWN = new CodeShown(SECOND);
    private static final SessionEvent SCAN = new CodeScanned("Ada", false, NOW.plusSeconds(5));
    private static final SessionEvent FAILED = new LinkFailed(LinkEnd.DENIED);
    private static final SessionEvent RAN_OUT = new CodesRanOut();
    private static final SessionEvent TOKEN = new TokenKept(ADA);
    private static final SessionEvent ADMITTED = new SessionEvent.Admitted(ADA);
    private static final SessionEvent ENDED = new SessionEnded(LOGOUT);
    private static final SessionEvent LOST = new ConnectionLost("away");
    private static final SessionEvent LOST_KNOWN = new AwayFromKnownChat("away");
    private static final SessionEvent STOP = new ToldToStop(DisconnectReason.CLIENT_OUTDATED);
    private static final SessionEvent RETRY = new RetryPressed(ADA);

    private static final List<SessionState> STATES = List.of(
            UNAVAILABLE,
            UNSTORABLE,
            CONNECTING,
            GUEST,
            PAUSED,
            SCANNED,
            REINITIALISING,
            AUTHENTICATED,
            STOPPED,
            FROZEN);
    private static final List<SessionEvent> EVENTS = List.of(
            READ, NEW_LOGIN, SHOWN, SCAN, FAILED, RAN_OUT, TOKEN, ADMITTED, ENDED, LOST, LOST_KNOWN, STOP, RETRY);

    private static final SessionState GUEST_AGAIN = new Guest(SECOND, BEFORE);
    private static final SessionState SCANNED_AGAIN = new Scanned("Ada", false, NOW.plusSeconds(5));
    private static final SessionState DENIED = new Connecting(null, new Notice.LinkEnded(LinkEnd.DENIED));
    private static final SessionState LOGGED_OUT = new Connecting(null, new Notice.LoggedOut(LOGOUT));
    private static final SessionState OUTDATED_MEANWHILE = new Stopped(DisconnectReason.CLIENT_OUTDATED, 1);
    private static final SessionState OUTDATED = new Stopped(DisconnectReason.CLIENT_OUTDATED);
    private static final SessionState AWAY = new Connecting("away", BEFORE);
    private static final SessionState TRYING = new Connecting(null, BEFORE);

    private static final Map<SessionState, Map<SessionEvent, SessionState>> MOVES = Map.of(
            UNAVAILABLE,
            Map.of(READ, new Reinitialising(ADA, null), NEW_LOGIN, new Connecting(null, null)),
            UNSTORABLE,
            Map.of(READ, new Reinitialising(ADA, null), NEW_LOGIN, new Connecting(null, null)),
            CONNECTING,
            Map.of(SHOWN, GUEST_AGAIN, LOST, AWAY, STOP, OUTDATED, RETRY, TRYING),
            GUEST,
            Map.of(
                    SHOWN,
                    GUEST_AGAIN,
                    SCAN,
                    SCANNED_AGAIN,
                    FAILED,
                    DENIED,
                    RAN_OUT,
                    PAUSED,
                    LOST,
                    AWAY,
                    STOP,
                    OUTDATED),
            PAUSED,
            Map.of(RETRY, TRYING),
            SCANNED,
            Map.of(
                    SCAN,
                    SCANNED_AGAIN,
                    FAILED,
                    DENIED,
                    TOKEN,
                    new Reinitialising(ADA, null),
                    LOST,
                    new Connecting("away", new Notice.LinkEnded(LinkEnd.DESKTOP_GONE)),
                    STOP,
                    OUTDATED),
            REINITIALISING,
            Map.of(
                    READ,
                    new Reinitialising(ADA, null),
                    ADMITTED,
                    new Authenticated(ADA, null),
                    ENDED,
                    LOGGED_OUT,
                    LOST,
                    new Reinitialising(ADA, "away"),
                    LOST_KNOWN,
                    new Authenticated(ADA, "away"),
                    STOP,
                    OUTDATED,
                    RETRY,
                    new Reinitialising(ADA, null)),
            AUTHENTICATED,
            Map.of(
                    READ,
                    new Reinitialising(ADA, null),
                    ADMITTED,
                    new Authenticated(ADA, null),
                    ENDED,
                    LOGGED_OUT,
                    LOST,
                    new Authenticated(ADA, "away"),
                    LOST_KNOWN,
                    new Authenticated(ADA, "away"),
                    STOP,
                    OUTDATED),
            STOPPED,
            Map.of(
                    READ,
                    new Reinitialising(ADA, null),
                    ENDED,
                    LOGGED_OUT,
                    STOP,
                    OUTDATED_MEANWHILE,
                    RETRY,
                    new Reinitialising(ADA, null)),
            FROZEN,
            Map.of(
                    READ,
                    new Reinitialising(ADA, null),
                    ADMITTED,
                    new Authenticated(ADA, null),
                    ENDED,
                    LOGGED_OUT,
                    STOP,
                    OUTDATED_MEANWHILE));

    static Stream<Arguments> everyPair() {
        return STATES.stream().flatMap(state -> EVENTS.stream().map(event -> Arguments.of(state, event)));
    }

    @ParameterizedTest(name = "{0} + {1}")
    @MethodSource("everyPair")
    void movesAsListedOrStays(SessionState state, SessionEvent event) {
        SessionState expected = MOVES.get(state).getOrDefault(event, state);
        assertEquals(expected, SessionMachine.next(state, event));
    }

    @Test
    void listContainsEveryKindOfStateAndEvent() {
        assertEquals(kindsOf(SessionState.class), classesOf(STATES));
        assertEquals(kindsOf(SessionEvent.class), classesOf(EVENTS));
    }

    @Test
    void aStoppedGuestComesBackAsGuest() {
        assertEquals(new Connecting(null, null), SessionMachine.next(STOPPED, new RetryPressed(null)));
    }

    @Test
    void onlyAFrozenDesktopKeepsTrying() {
        assertEquals(SessionMachine.Needs.CHAT_CONNECTION, SessionMachine.needs(FROZEN));
        assertEquals(SessionMachine.Needs.NOTHING, SessionMachine.needs(STOPPED));
        assertEquals(SessionMachine.Needs.NOTHING, SessionMachine.needs(OUTDATED));
    }

    @Test
    void frozenDesktopShowsNoKnownChatWhileTheServerIsAway() {
        assertEquals(FROZEN, SessionMachine.next(FROZEN, RETRY));
        assertEquals(FROZEN, SessionMachine.next(FROZEN, LOST_KNOWN));
        assertEquals(
                new Stopped(DisconnectReason.FROZEN, 1),
                SessionMachine.next(FROZEN, new ToldToStop(DisconnectReason.FROZEN)));
    }

    @Test
    void desktopStartsWithTheStoredLogin() {
        assertEquals(new Connecting(null, null), SessionMachine.first(null));
        assertEquals(new Reinitialising(ADA, null), SessionMachine.first(ADA));
    }

    @Test
    void onlyAMissingLoginMeansNoLogin() {
        assertEquals(new Connecting(null, null), SessionMachine.begin(new KeptLogin.NotThere()));
        assertEquals(
                new Connecting(null, new Notice.LoginSetAside("It is set aside.")),
                SessionMachine.begin(new KeptLogin.SetAside("It is set aside.")));
        SessionState locked = SessionMachine.begin(new KeptLogin.Unavailable("It is locked."));
        assertEquals(UNAVAILABLE, locked);
        assertEquals(UNSTORABLE, SessionMachine.begin(new KeptLogin.Unstorable("It is full.")));
        assertEquals(SessionMachine.Needs.NOTHING, SessionMachine.needs(locked), "no new code is asked for");
        assertEquals(
                UNAVAILABLE, SessionMachine.next(locked, new LoginRead(new KeptLogin.Unavailable("It is locked."))));
    }

    private static Set<Class<?>> kindsOf(Class<?> sealed) {
        Set<Class<?>> kinds = new HashSet<>(Arrays.asList(sealed.getPermittedSubclasses()));
        return kinds;
    }

    private static Set<Class<?>> classesOf(List<?> values) {
        Set<Class<?>> classes = new HashSet<>();
        values.forEach(value -> classes.add(value.getClass()));
        return classes;
    }
}
