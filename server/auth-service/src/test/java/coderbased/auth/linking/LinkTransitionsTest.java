package coderbased.auth.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestToken;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Profile;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every event in every state: what is not listed changes nothing. */
class LinkTransitionsTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration CONFIRM = Duration.ofSeconds(120);
    private static final GuestRequest.Claimant ADA = new GuestRequest.Claimant("a", "Ada", "phone", "127.0.0.1");
    private static final Claim PLAIN = new Claim("link", ADA, null, true, false, CONFIRM);
    private static final Claim NUMBERED = new Claim("link", ADA, new Secret("42"), false, true, CONFIRM);
    private static final GrantedLink READING = new GrantedLink(new LinkChoices(null, true, false), "Desk");
    private static final ShownCode CODE = code('1', NOW.plusSeconds(90));
    private static final ShownCode NEXT = code('2', NOW.plusSeconds(120));
    private static final LinkState SHOWN = new LinkState.Shown(1, List.of(CODE), NOW.plusSeconds(60));
    private static final LinkState SCANNED = new LinkState.Scanned(PLAIN, false, null, NOW.plus(CONFIRM));
    private static final LinkState ASKED = new LinkState.Scanned(NUMBERED, true, null, NOW.plus(CONFIRM));
    private static final LinkState ASKED_APPROVED = new LinkState.Scanned(NUMBERED, true, READING, NOW.plus(CONFIRM));
    private static final LinkState NUMBER_RIGHT = new LinkState.Scanned(NUMBERED, false, null, NOW.plus(CONFIRM));
    private static final LinkState APPROVED = new LinkState.Approved(PLAIN, READING);
    private static final LinkState DELIVERED = new LinkState.Delivered(PLAIN);
    private static final LinkState OVER = new LinkState.Ended(LinkEnd.DENIED, PLAIN);

    private static final Map<String, LinkState> STATES = states();
    private static final Map<String, LinkEvent> EVENTS = events();

    @Test
    void everyPairOfStateAndEventDoesWhatIsWrittenHere() {
        Map<String, LinkState> expected = new HashMap<>();
        expected.put("shown, rotated", new LinkState.Shown(2, List.of(NEXT, CODE), NOW.plusSeconds(90)));
        expected.put("shown, ran out", new LinkState.Ended(LinkEnd.NO_MORE_CODES, null));
        expected.put("shown, claimed", SCANNED);
        expected.put("shown, claimed with number", ASKED);
        expected.put("shown, cancelled", new LinkState.Ended(LinkEnd.CANCELLED, null));
        expected.put("shown, left", new LinkState.Ended(LinkEnd.DESKTOP_GONE, null));
        for (Map.Entry<String, Claim> scanned : Map.of(
                        "scanned", PLAIN, "asked", NUMBERED, "asked and approved", NUMBERED, "number right", NUMBERED)
                .entrySet()) {
            expected.put(scanned.getKey() + ", denied", new LinkState.Ended(LinkEnd.DENIED, scanned.getValue()));
            expected.put(scanned.getKey() + ", cancelled", new LinkState.Ended(LinkEnd.CANCELLED, scanned.getValue()));
            expected.put(scanned.getKey() + ", left", new LinkState.Ended(LinkEnd.DESKTOP_GONE, scanned.getValue()));
            expected.put(scanned.getKey() + ", late", new LinkState.Ended(LinkEnd.EXPIRED, scanned.getValue()));
            expected.put(
                    scanned.getKey() + ", phone out",
                    new LinkState.Ended(LinkEnd.PHONE_LOGGED_OUT, scanned.getValue()));
        }
        expected.put("scanned, approved", APPROVED);
        expected.put("asked, approved", ASKED_APPROVED);
        expected.put("asked, right number", NUMBER_RIGHT);
        expected.put("asked, wrong number", new LinkState.Ended(LinkEnd.WRONG_NUMBER, NUMBERED));
        expected.put("asked and approved, approved", ASKED_APPROVED);
        expected.put("asked and approved, right number", new LinkState.Approved(NUMBERED, READING));
        expected.put("asked and approved, wrong number", new LinkState.Ended(LinkEnd.WRONG_NUMBER, NUMBERED));
        expected.put("number right, approved", new LinkState.Approved(NUMBERED, READING));
        expected.put("approved, minted", DELIVERED);
        expected.put("approved, limit", new LinkState.Ended(LinkEnd.LIMIT, PLAIN));
        expected.put("approved, cancelled", new LinkState.Ended(LinkEnd.CANCELLED, PLAIN));
        expected.put("approved, left", new LinkState.Ended(LinkEnd.DESKTOP_GONE, PLAIN));
        expected.put("approved, phone out", new LinkState.Ended(LinkEnd.PHONE_LOGGED_OUT, PLAIN));

        Map<String, LinkState> found = new HashMap<>();
        STATES.forEach((state, from) -> EVENTS.forEach(
                (event, on) -> LinkTransitions.next(from, on).ifPresent(to -> found.put(state + ", " + event, to))));

        assertEquals(expected, found);
    }

    @Test
    void noStateAndNoEventIsForgottenHere() {
        assertEquals(permitted(LinkState.class), kinds(STATES.values().stream()));
        assertEquals(permitted(LinkEvent.class), kinds(EVENTS.values().stream()));
    }

    @Test
    void codesAndNumbersAreNotShownWhenTheyAreLogged() {
        for (Object secret : List.of(CODE, NUMBERED, EVENTS.get("claimed"), EVENTS.get("right number"))) {
            String logged = secret.toString();
            assertEquals(
                    -1,
                    Math.max(logged.indexOf("42"), logged.indexOf(CODE.typed().value())),
                    logged);
        }
    }

    private static Map<String, LinkState> states() {
        Map<String, LinkState> states = new LinkedHashMap<>();
        states.put("shown", SHOWN);
        states.put("scanned", SCANNED);
        states.put("asked", ASKED);
        states.put("asked and approved", ASKED_APPROVED);
        states.put("number right", NUMBER_RIGHT);
        states.put("approved", APPROVED);
        states.put("delivered", DELIVERED);
        states.put("over", OVER);
        return states;
    }

    private static Map<String, LinkEvent> events() {
        Map<String, LinkEvent> events = new LinkedHashMap<>();
        events.put("rotated", new LinkEvent.CodeRotated(NEXT, NOW.plusSeconds(90)));
        events.put("ran out", new LinkEvent.CodesRanOut());
        events.put("claimed", new LinkEvent.Claimed(new Secret(CODE.token().id()), NOW, PLAIN));
        events.put("claimed with number", new LinkEvent.Claimed(CODE.typed(), NOW, NUMBERED));
        events.put(
                "claimed too late",
                new LinkEvent.Claimed(new Secret(CODE.token().id()), CODE.goodUntil(), PLAIN));
        events.put(
                "claimed by guess",
                new LinkEvent.Claimed(new Secret(NEXT.token().id()), NOW, PLAIN));
        events.put("right number", new LinkEvent.NumberTyped(new Secret("42")));
        events.put("wrong number", new LinkEvent.NumberTyped(new Secret("24")));
        events.put("approved", new LinkEvent.ApprovePressed(READING));
        events.put("denied", new LinkEvent.DenyPressed());
        events.put("cancelled", new LinkEvent.CancelPressed());
        events.put("left", new LinkEvent.DesktopLeft());
        events.put("late", new LinkEvent.TimeRanOut());
        events.put("phone out", new LinkEvent.PhoneLoggedOut());
        events.put("limit", new LinkEvent.LimitReached());
        events.put(
                "minted",
                new LinkEvent.TokenMinted(new GuestServerMessage.WebAuthToken(
                        new Secret("token"), "session", new Profile("a", "ada", "Ada"), "SERVE0")));
        return events;
    }

    private static ShownCode code(char digit, Instant goodUntil) {
        String id = Character.toString(digit).repeat(GuestToken.ID_CHARS);
        return new ShownCode(new GuestToken("N0DE", id), new Secret("ABCDEFG" + digit), NOW, goodUntil);
    }

    private static Set<Class<?>> permitted(Class<?> sealed) {
        return Set.of(sealed.getPermittedSubclasses());
    }

    private static Set<Class<?>> kinds(Stream<?> values) {
        return values.map(Object::getClass).collect(Collectors.toSet());
    }
}
