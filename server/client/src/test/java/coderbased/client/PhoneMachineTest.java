package coderbased.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.PhoneState.SignedIn;
import coderbased.client.PhoneState.SignedOut;
import coderbased.client.PhoneState.Stopped;
import coderbased.client.keys.KeptLogin;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All states with all events; combinations that are not listed keep the state. */
class PhoneMachineTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Logout LOGOUT = Logout.of(LogoutReason.ACCOUNT_BANNED, Initiator.ADMIN, NOW);

    private static final PhoneState OUT = new SignedOut(null);
    private static final PhoneState IN = new SignedIn(People.ADA, "before");
    private static final PhoneState STOPPED = new Stopped(DisconnectReason.CONNECTED_ELSEWHERE);
    private static final PhoneState ALL_WELL = new SignedIn(People.ADA, null);

    private static final PhoneState STARTING = new PhoneState.Starting();
    private static final PhoneState UNAVAILABLE = new PhoneState.LoginUnavailable("It is locked.");
    private static final PhoneState UNSTORABLE = new PhoneState.LoginUnstorable("It is full.");

    private static final SessionEvent READ = new SessionEvent.LoginRead(new KeptLogin.Found(People.credentials("t1")));
    private static final SessionEvent NEW_LOGIN = new SessionEvent.NewLoginWanted();
    private static final SessionEvent TOKEN = new SessionEvent.TokenKept(People.ADA);
    private static final SessionEvent ADMITTED = new SessionEvent.Admitted(People.ADA);
    private static final SessionEvent ENDED = new SessionEvent.SessionEnded(LOGOUT);
    private static final SessionEvent LOST = new SessionEvent.ConnectionLost("away");
    private static final SessionEvent STOP = new SessionEvent.ToldToStop(DisconnectReason.CLIENT_OUTDATED);
    private static final SessionEvent RETRY = new SessionEvent.RetryPressed(People.ADA);

    private static final List<PhoneState> STATES = List.of(STARTING, OUT, IN, STOPPED, UNAVAILABLE, UNSTORABLE);
    private static final List<SessionEvent> EVENTS = List.of(
            READ,
            NEW_LOGIN,
            TOKEN,
            ADMITTED,
            ENDED,
            LOST,
            STOP,
            RETRY,
            new SessionEvent.AwayFromKnownChat("away"),
            new SessionEvent.CodeShown(
                    new SessionState.Code(new Secret("QR"), new Secret("AAAA-AAAA"), 1, 6, NOW, NOW)),
            new SessionEvent.CodeScanned("Ada", false, NOW),
            new SessionEvent.LinkFailed(LinkEnd.DENIED),
            new SessionEvent.CodesRanOut());

    private static final Map<PhoneState, Map<SessionEvent, PhoneState>> MOVES = Map.of(
            STARTING,
            Map.of(),
            UNAVAILABLE,
            Map.of(READ, ALL_WELL, NEW_LOGIN, OUT),
            UNSTORABLE,
            Map.of(READ, ALL_WELL, NEW_LOGIN, OUT),
            OUT,
            Map.of(TOKEN, ALL_WELL),
            IN,
            Map.of(
                    READ,
                    ALL_WELL,
                    ADMITTED,
                    ALL_WELL,
                    ENDED,
                    new SignedOut(LOGOUT),
                    LOST,
                    new SignedIn(People.ADA, "away"),
                    STOP,
                    new Stopped(DisconnectReason.CLIENT_OUTDATED)),
            STOPPED,
            Map.of(READ, ALL_WELL, ENDED, new SignedOut(LOGOUT), RETRY, ALL_WELL));

    static Stream<Arguments> everyPair() {
        return STATES.stream().flatMap(state -> EVENTS.stream().map(event -> Arguments.of(state, event)));
    }

    @ParameterizedTest(name = "{0} + {1}")
    @MethodSource("everyPair")
    void movesAsListedOrStays(PhoneState state, SessionEvent event) {
        assertEquals(MOVES.get(state).getOrDefault(event, state), PhoneMachine.next(state, event));
    }

    @Test
    void listContainsEveryKindOfStateAndEvent() {
        assertEquals(kindsOf(PhoneState.class), classesOf(STATES));
        assertEquals(kindsOf(SessionEvent.class), classesOf(EVENTS));
    }

    @Test
    void onlyAMissingLoginMeansSignedOut() {
        assertEquals(OUT, PhoneMachine.begin(new KeptLogin.NotThere()));
        assertEquals(UNSTORABLE, PhoneMachine.begin(new KeptLogin.Unstorable("It is full.")));
        assertEquals(UNAVAILABLE, PhoneMachine.begin(new KeptLogin.Unavailable("It is locked.")));
        assertEquals(
                new SignedOut(null, "It is set aside."),
                PhoneMachine.begin(new KeptLogin.SetAside("It is set aside.")));
    }

    private static Set<Class<?>> kindsOf(Class<?> sealed) {
        return new HashSet<>(Arrays.asList(sealed.getPermittedSubclasses()));
    }

    private static Set<Class<?>> classesOf(List<?> values) {
        return values.stream().map(Object::getClass).collect(Collectors.toSet());
    }
}
