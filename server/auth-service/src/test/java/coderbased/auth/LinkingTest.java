package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.Admission;
import coderbased.auth.session.AuthRefused;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.LogoutReason;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Linking a desktop with a phone, and the many ways in which it fails. */
class LinkingTest extends SignedInPhoneTests {

    private static final Duration UNTIL_THE_NEXT_LINK = Duration.ofMinutes(2);

    @Test
    void aScannedAndApprovedDesktopComesIn() {
        TestDesktop desktop = world.desktop();

        AuthHttp.LinkOffer offer = ada.scan(desktop);
        assertEquals("Office PC", offer.claimed().name());
        assertEquals(AuthWorld.NEIGHBOUR.text(), offer.address());
        assertTrue(offer.sameNetwork());
        assertNull(offer.checkNumber());
        assertEquals(120_000, offer.expiresInMillis());
        assertEquals(new GuestServerMessage.Scanned("ADA", false, 120_000), desktop.last());

        assertEquals(LinkStatus.Step.APPROVED, ada.approve(offer).step());
        assertTrue(desktop.hasToken());
        assertTrue(ada.devices().devices().isEmpty(), "a desktop is no device before it came in");

        Admission.Admitted admitted = assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
        assertEquals("ada", admitted.message().profile().handle());
        assertEquals(ada.sessionId(), admitted.session().phone());
        LinkStatus linked = new LinkStatus(offer.linkId(), LinkStatus.Step.LINKED, null, "Office PC");
        world.awaitLink(ada, linked);
        assertEquals(linked, ada.status(offer));
        assertEquals(desktop.sessionId(), ada.devices().devices().getFirst().id());
    }

    @Test
    void aDeniedDesktopStaysOut() {
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);

        assertEquals(LinkEnd.DENIED, ada.deny(offer).end());

        desktop.assertEnded(LinkEnd.DENIED);
        assertEquals(ErrorCode.LINK_OVER, TestPhone.refusal(() -> ada.approve(offer)));
        assertFalse(desktop.hasToken());
    }

    @Test
    void thePersonAtTheDesktopCanCancel() {
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);

        desktop.guest().cancel();

        desktop.assertEnded(LinkEnd.CANCELLED);
        world.awaitLink(ada, new LinkStatus(offer.linkId(), LinkStatus.Step.ENDED, LinkEnd.CANCELLED, null));
        assertEquals(ErrorCode.LINK_OVER, TestPhone.refusal(() -> ada.approve(offer)));
    }

    @Test
    void aDisconnectedDesktopCannotBeApproved() {
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);

        desktop.guest().gone();

        world.awaitLink(ada, new LinkStatus(offer.linkId(), LinkStatus.Step.ENDED, LinkEnd.DESKTOP_GONE, null));
        assertEquals(ErrorCode.DESKTOP_GONE, TestPhone.refusal(() -> ada.approve(offer)));
        assertTrue(world.store().linkedSessions(ada.accountId()).isEmpty());
    }

    @Test
    void aSocketThatBreaksAtTheLastMomentLeavesNoSession() {
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);
        desktop.breakSocket();

        assertEquals(ErrorCode.DESKTOP_GONE, TestPhone.refusal(() -> ada.approve(offer)));

        assertTrue(world.store().linkedSessions(ada.accountId()).isEmpty());
        assertEquals(LinkEnd.DESKTOP_GONE, ada.status(offer).end());
    }

    @Test
    void approvingTwiceAnswersTheSameAndMakesOneSession() {
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);

        assertEquals(ada.approve(offer), ada.approve(offer));

        assertEquals(1, world.store().linkedSessions(ada.accountId()).size());
        desktop.reinitialise();
        assertEquals(LinkStatus.Step.LINKED, ada.approve(offer).step());
    }

    @Test
    void anUnconfirmedLinkTimesOut() {
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);

        world.pass(Duration.ofSeconds(120));

        desktop.assertEnded(LinkEnd.EXPIRED);
        assertEquals(LinkEnd.EXPIRED, ada.status(offer).end());
        assertEquals(ErrorCode.LINK_OVER, TestPhone.refusal(() -> ada.approve(offer)));
    }

    @Test
    void aLateApprovalIsRefusedEvenBeforeTheSweep() {
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);

        world.clock.turn(Duration.ofSeconds(121));

        assertEquals(ErrorCode.LINK_OVER, TestPhone.refusal(() -> ada.approve(offer)));
        desktop.assertEnded(LinkEnd.EXPIRED);
    }

    @Test
    void aRotatedCodeIsValidDuringItsGracePeriod() {
        TestDesktop desktop = world.desktop();
        String first = desktop.guestToken();

        world.pass(Duration.ofSeconds(60));
        String second = desktop.guestToken();
        assertNotEquals(first, second);
        assertEquals(2, desktop.shown().number());
        assertEquals(30_000, desktop.shown().validForMillis());

        world.clock.turn(Duration.ofSeconds(29));
        assertNotNull(ada.scan(first));
        assertEquals(
                ErrorCode.CODE_USED, TestPhone.refusal(() -> world.signUp("bob").scan(second)));
    }

    @Test
    void aCodeExpiresAfterItsGracePeriod() {
        TestDesktop desktop = world.desktop();
        String first = desktop.guestToken();

        world.pass(Duration.ofSeconds(60));
        world.clock.turn(Duration.ofSeconds(30));

        assertEquals(ErrorCode.CODE_EXPIRED, TestPhone.refusal(() -> ada.scan(first)));
    }

    @Test
    void afterSixCodesTheDesktopHasToAskAgain() {
        TestDesktop desktop = world.desktop();
        world.pass(Duration.ofSeconds(60));
        for (int code = 2; code < 6; code++) {
            assertEquals(code, desktop.shown().number());
            world.pass(Duration.ofSeconds(30));
        }
        assertEquals(6, desktop.shown().number());
        String last = desktop.guestToken();

        world.pass(Duration.ofSeconds(30));

        desktop.assertEnded(LinkEnd.NO_MORE_CODES);
        assertEquals(ErrorCode.CODE_EXPIRED, TestPhone.refusal(() -> ada.scan(last)));
    }

    @Test
    void aCodeIsUsedOnce() {
        TestPhone bob = world.signUp("bob");
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);

        assertEquals(ErrorCode.CODE_USED, TestPhone.refusal(() -> bob.scan(desktop)));
        ada.approve(offer);
        assertEquals(ErrorCode.CODE_USED, TestPhone.refusal(() -> ada.scan(desktop)));
        assertEquals(ErrorCode.CODE_USED, TestPhone.refusal(() -> bob.scan(desktop)));
    }

    @Test
    void aPhoneThatAsksAgainGetsTheSameOffer() {
        TestDesktop desktop = world.desktop();
        assertEquals(ada.scan(desktop), ada.scan(desktop));
    }

    @Test
    void oneOfManyPhonesClaimsACode() throws Exception {
        List<TestPhone> phones =
                IntStream.range(0, 4).mapToObj(i -> world.signUp("phone" + i)).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 100; round++) {
                TestDesktop desktop = world.desktop();
                List<Callable<Integer>> scans = phones.stream()
                        .map(phone -> (Callable<Integer>) () -> scanned(phone, desktop))
                        .toList();
                int winners = 0;
                for (Future<Integer> scan : threads.invokeAll(scans)) {
                    winners += scan.get();
                }
                assertEquals(1, winners);
                world.pass(UNTIL_THE_NEXT_LINK);
            }
        }
    }

    @Test
    void simultaneousDecisionsHaveOneOutcome() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 50; round++) {
                TestDesktop desktop = world.desktop();
                AuthHttp.LinkOffer offer = ada.scan(desktop);
                threads.invokeAll(List.of(
                        Executors.callable((Runnable) () -> ada.approve(offer)),
                        Executors.callable((Runnable) () -> ada.deny(offer)),
                        Executors.callable((Runnable) () -> desktop.guest().cancel()),
                        Executors.callable((Runnable) () -> desktop.guest().gone())));

                int sessions = world.store().linkedSessions(ada.accountId()).size();
                LinkStatus.Step step = ada.status(offer).step();
                assertEquals(desktop.hasToken() ? 1 : 0, sessions);
                assertEquals(desktop.hasToken() ? LinkStatus.Step.APPROVED : LinkStatus.Step.ENDED, step);
                world.auth().devices().unlinkAll(ada.session());
                world.pass(UNTIL_THE_NEXT_LINK);
            }
        }
    }

    @Test
    void aPhoneOnOneNodeLinksADesktopOnAnother() {
        try (AuthService other = world.anotherNode()) {
            TestDesktop desktop = new TestDesktop(world, other, AuthWorld.NEIGHBOUR);

            AuthHttp.LinkOffer offer = ada.scan(desktop);
            assertEquals(LinkStatus.Step.APPROVED, ada.approve(offer).step());

            assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
            assertNotNull(ada.type(new TestDesktop(world, other, AuthWorld.NEIGHBOUR)
                    .shown()
                    .typedCode()
                    .value()));
        }
    }

    @Test
    void otherPeoplesLinksLookUnknown() {
        TestPhone bob = world.signUp("bob");
        AuthHttp.LinkOffer offer = ada.scan(world.desktop());

        for (Runnable foreign :
                List.<Runnable>of(() -> bob.status(offer), () -> bob.approve(offer), () -> bob.deny(offer))) {
            assertEquals(ErrorCode.NOT_FOUND, TestPhone.refusal(foreign));
        }
        assertEquals(
                ErrorCode.NOT_FOUND,
                TestPhone.refusal(() -> world.auth().links().status(bob.session(), "nonsense")));
    }

    @Test
    void aRemoteDesktopRequiresTheCheckNumber() {
        TestDesktop desktop = world.desktop(AuthWorld.FAR_AWAY);
        AuthHttp.LinkOffer offer = ada.scan(desktop);
        assertFalse(offer.sameNetwork());
        assertNotNull(offer.checkNumber());

        assertEquals(LinkStatus.Step.WAITING, ada.approve(offer).step());
        assertFalse(desktop.hasToken());
        desktop.guest().enterNumber(offer.checkNumber().value());

        assertTrue(desktop.hasToken());
        assertEquals(LinkStatus.Step.APPROVED, ada.status(offer).step());
    }

    @Test
    void theNumberMayArriveBeforeTheApproval() {
        TestDesktop desktop = world.desktop(AuthWorld.FAR_AWAY);
        AuthHttp.LinkOffer offer = ada.scan(desktop);

        desktop.guest().enterNumber(offer.checkNumber().value());
        assertEquals(new GuestServerMessage.Scanned("ADA", false, 120_000), desktop.last());
        assertFalse(desktop.hasToken());

        ada.approve(offer);
        assertTrue(desktop.hasToken());
    }

    @Test
    void oneWrongNumberEndsTheLink() {
        TestDesktop desktop = world.desktop(AuthWorld.FAR_AWAY);
        AuthHttp.LinkOffer offer = ada.scan(desktop);

        desktop.guest().enterNumber("1");
        desktop.guest().enterNumber(offer.checkNumber().value());

        desktop.assertEnded(LinkEnd.WRONG_NUMBER);
        assertEquals(LinkEnd.WRONG_NUMBER, ada.status(offer).end());
        assertEquals(ErrorCode.LINK_OVER, TestPhone.refusal(() -> ada.approve(offer)));
    }

    @Test
    void aTypedCodeAlwaysAsksForTheNumber() {
        TestDesktop desktop = world.desktop();
        String typed = desktop.shown().typedCode().value();
        assertTrue(typed.matches("[0-9A-Z]{4}-[0-9A-Z]{4}"), typed);

        AuthHttp.LinkOffer offer = ada.type(typed.toLowerCase(Locale.ROOT));

        assertNotNull(offer.checkNumber());
    }

    @Test
    void aTypedCodeLastsTwoMinutesWhileTheQrCodeRotates() {
        TestDesktop desktop = world.desktop();
        String typed = desktop.shown().typedCode().value();
        world.pass(Duration.ofSeconds(60));
        world.pass(Duration.ofSeconds(30));
        assertEquals(typed, desktop.shown().typedCode().value());

        world.pass(Duration.ofSeconds(30));
        assertNotEquals(typed, desktop.shown().typedCode().value());
    }

    @Test
    void fiveWrongCodesEndTheTries() {
        TestDesktop desktop = world.desktop();
        for (int i = 0; i < 5; i++) {
            assertEquals(ErrorCode.CODE_EXPIRED, TestPhone.refusal(() -> ada.type("0000-0000")));
        }
        String right = desktop.shown().typedCode().value();
        assertEquals(ErrorCode.SLOW_DOWN, TestPhone.refusal(() -> ada.type(right)));
        assertNotNull(ada.scan(desktop), "scanning goes on");

        world.clock.turn(Duration.ofMinutes(10));
        assertNotNull(ada.type(world.desktop().shown().typedCode().value()));
    }

    @Test
    void aCodeOfAStoppedNodeIsExpired() {
        assertEquals(ErrorCode.CODE_EXPIRED, TestPhone.refusal(() -> ada.scan("ZZZZ0123456789ABCDEFGHJKMNPQRS")));
        assertEquals(ErrorCode.BAD_REQUEST, TestPhone.refusal(() -> ada.scan("not a token")));
    }

    @Test
    void aCorrectTypedCodeDoesNotCountAsAWrongTry() {
        TestPhone bob = world.signUp("bob");
        TestDesktop desktop = world.desktop();
        ada.scan(desktop);
        for (int i = 0; i < 6; i++) {
            assertEquals(
                    ErrorCode.CODE_USED,
                    TestPhone.refusal(() -> bob.type(desktop.shown().typedCode().value())));
        }
    }

    @Test
    void aPhonesLogoutEndsItsPendingLink() {
        TestDesktop desktop = world.desktop();
        ada.scan(desktop);

        ada.logOut();

        AuthWorld.await(
                () -> desktop.last().equals(new GuestServerMessage.Ended(LinkEnd.PHONE_LOGGED_OUT)),
                "the desktop waits on");
    }

    @Test
    void aFullAccountIsRefusedBeforeTheCodeIsUsed() {
        for (int i = 0; i < 5; i++) {
            world.linked(ada);
        }
        TestDesktop sixth = world.desktop();

        assertEquals(ErrorCode.TOO_MANY_DEVICES, TestPhone.refusal(() -> ada.scan(sixth)));

        world.auth()
                .devices()
                .unlink(ada.session(), ada.devices().devices().getLast().id());
        assertEquals(LinkStatus.Step.APPROVED, ada.approve(ada.scan(sixth)).step());
    }

    @Test
    void theDeviceLimitAlsoHoldsAtTheApproval() {
        for (int i = 0; i < 4; i++) {
            world.linked(ada);
        }
        TestDesktop fifth = world.desktop();
        TestDesktop sixth = world.desktop();
        AuthHttp.LinkOffer one = ada.scan(fifth);
        AuthHttp.LinkOffer two = ada.scan(sixth);

        ada.approve(one);

        assertEquals(ErrorCode.TOO_MANY_DEVICES, TestPhone.refusal(() -> ada.approve(two)));
        sixth.assertEnded(LinkEnd.LIMIT);
        assertEquals(5, world.store().linkedSessions(ada.accountId()).size());
    }

    @Test
    void aRestartAfterTheApprovalKeepsTheLink() {
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);
        ada.approve(offer);

        world.restart();
        world.pass(Duration.ofSeconds(100));

        assertEquals(LinkStatus.Step.APPROVED, ada.status(offer).step());
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
        assertEquals(LinkStatus.Step.LINKED, ada.status(offer).step());
    }

    @Test
    void aRestartBeforeTheApprovalEndsTheLink() {
        AuthHttp.LinkOffer offer = ada.scan(world.desktop());

        world.restart();

        assertEquals(ErrorCode.DESKTOP_GONE, TestPhone.refusal(() -> ada.approve(offer)));
    }

    @Test
    void anApprovedDesktopThatNeverConnectsLosesItsSession() {
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);
        ada.approve(offer);

        world.pass(Duration.ofSeconds(121));

        assertEquals(LogoutReason.SESSION_EXPIRED, desktop.refusedWith());
        world.awaitLink(ada, new LinkStatus(offer.linkId(), LinkStatus.Step.ENDED, LinkEnd.DESKTOP_GONE, null));
        assertTrue(ada.devices().devices().isEmpty());
    }

    private static int scanned(TestPhone phone, TestDesktop desktop) {
        try {
            phone.scan(desktop);
            return 1;
        } catch (AuthRefused e) {
            assertEquals(ErrorCode.CODE_USED, e.problem().code());
            return 0;
        }
    }
}
