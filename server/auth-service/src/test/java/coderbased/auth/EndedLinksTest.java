package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The end of an attempt to link a desktop, and the time for which it is remembered. */
final class EndedLinksTest extends SignedInPhoneTests {

    private static final Duration REMEMBERED = Duration.ofMinutes(2);
    private static final Duration MOMENT = Duration.ofMillis(1);

    @Test
    void anEndedLinkIsForgottenAfterTwoMinutes() {
        AuthHttp.LinkOffer offer = ada.scan(world.desktop());
        ada.deny(offer);
        world.pass(REMEMBERED.minus(MOMENT));
        assertEquals(LinkEnd.DENIED, ada.status(offer).end());
        world.pass(MOMENT);
        assertEquals(ErrorCode.NOT_FOUND, TestPhone.refusal(() -> ada.status(offer)));
    }

    @Test
    void aScanThatTimedOutIsNotOfferedAgainBeforeTheSweep() {
        TestDesktop desktop = world.desktop();
        String code = desktop.guestToken();
        AuthHttp.LinkOffer offer = ada.scan(code);
        world.clock.turn(Duration.ofMillis(offer.expiresInMillis()));
        assertEquals(ErrorCode.CODE_USED, TestPhone.refusal(() -> ada.scan(code)));
        desktop.assertEnded(LinkEnd.EXPIRED);
    }

    @Test
    void aStoppingServerEndsWaitingLinks() {
        AuthHttp.LinkOffer offer = ada.scan(world.desktop());
        world.auth().close();
        world.awaitLink(ada, LinkStatus.ended(offer.linkId(), LinkEnd.DESKTOP_GONE));
    }
}
