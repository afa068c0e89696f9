package coderbased.auth.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import coderbased.auth.session.AuthContext;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import coderbased.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The codes of a waiting desktop, and the moments at which time moves it on. */
final class CodeRotationTest {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final LinkTimes TIMES = new LinkTimes(
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            3);

    private final MutableClock clock = MutableClock.standing();
    private final Instant begin = clock.instant();
    private final CodeRotation codes = new CodeRotation(
            LinkStage.SERVER,
            new LinkSettings(LinkStage.NODE, LinkCheck.ADAPTIVE, TIMES),
            new AuthContext(clock, new SecureRandom()));

    @Test
    void theFirstCodeIsShownForItsTimeAndLastsForTheGrace() {
        LinkState.Shown first = codes.first();
        assertEquals(1, first.number());
        assertEquals(begin.plusSeconds(10), first.nextAt());
        assertEquals(begin, first.newest().typedSince());
        assertEquals(begin.plusSeconds(13), first.newest().goodUntil());
        assertEquals(LinkStage.NODE, first.newest().token().node());
        assertEquals(Optional.empty(), codes.due(first, first.nextAt().minus(MOMENT)));
        assertInstanceOf(
                LinkEvent.CodeRotated.class, codes.due(first, first.nextAt()).orElseThrow());
    }

    @Test
    void theTypedCodeStaysUntilItsTimeIsOver() {
        LinkState.Shown first = codes.first();
        ShownCode code = first.newest();
        LinkEvent.CodeRotated early = rotation(first, begin.plusSeconds(15).minus(MOMENT));
        assertEquals(code.typed(), early.code().typed());
        assertEquals(code.typedSince(), early.code().typedSince());
        assertNotEquals(code.token(), early.code().token());
        assertEquals(begin.plusSeconds(20).minus(MOMENT), early.nextAt());
        assertEquals(begin.plusSeconds(23).minus(MOMENT), early.code().goodUntil());
        LinkEvent.CodeRotated late = rotation(first, begin.plusSeconds(15));
        assertNotEquals(code.typed(), late.code().typed());
        assertEquals(begin.plusSeconds(15), late.code().typedSince());
    }

    @Test
    void theLastCodeIsFollowedByTheEnd() {
        List<ShownCode> code = List.of(codes.first().newest());
        assertInstanceOf(
                LinkEvent.CodeRotated.class,
                codes.due(new LinkState.Shown(2, code, begin), begin).orElseThrow());
        assertInstanceOf(
                LinkEvent.CodesRanOut.class,
                codes.due(new LinkState.Shown(3, code, begin), begin).orElseThrow());
    }

    @Test
    void aScannedLinkRunsOutAndLaterStatesDoNot() {
        GuestRequest.Claimant by = new GuestRequest.Claimant("ada", "Ada", "phone", "::1");
        Claim claim = new Claim("link", by, null, true, false, TIMES.confirm());
        LinkState scanned = new LinkState.Scanned(claim, false, null, begin);
        assertEquals(Optional.empty(), codes.due(scanned, begin.minus(MOMENT)));
        assertInstanceOf(LinkEvent.TimeRanOut.class, codes.due(scanned, begin).orElseThrow());
        Instant never = begin.plus(Duration.ofDays(9));
        for (LinkState later : List.of(
                new LinkState.Approved(claim, new GrantedLink(LinkChoices.FULL, null)),
                new LinkState.Delivered(claim),
                new LinkState.Ended(LinkEnd.DENIED, claim))) {
            assertEquals(Optional.empty(), codes.due(later, never));
        }
    }

    @Test
    void theDesktopShowsTheNewestCodeAndItsRemainingTime() {
        LinkState.Shown first = codes.first();
        clock.turn(Duration.ofSeconds(4));
        String typed = first.newest().typed().value();
        assertEquals(
                new GuestServerMessage.ShowCode(
                        new Secret(QrText.write(LinkStage.SERVER, first.newest().token())),
                        new Secret(typed.substring(0, 4) + "-" + typed.substring(4)),
                        1,
                        3,
                        6_000),
                codes.message(first));
        clock.turn(Duration.ofSeconds(7));
        assertEquals(0, codes.millisUntil(first.nextAt()));
    }

    private LinkEvent.CodeRotated rotation(LinkState.Shown shown, Instant now) {
        return (LinkEvent.CodeRotated) codes.due(shown, now).orElseThrow();
    }
}
