package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkEntry.What;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every attempt to link is recorded in the account's history, and no record can be changed unnoticed. */
class LinkHistoryTest extends SignedInPhoneTests {

    @Test
    void aSuccessfulLinkIsRecordedFromTheCodeToTheAdmission() {
        world.linked(ada);

        LinkHistory history = history();
        assertEquals(List.of(What.SHOWN, What.SCANNED, What.APPROVED, What.LINKED), happened(history));
        assertTrue(history.unbroken());
        assertEquals(
                List.of(
                        AuthWorld.NEIGHBOUR.text(),
                        AuthWorld.HOME.text(),
                        AuthWorld.HOME.text(),
                        AuthWorld.NEIGHBOUR.text()),
                history.entries().stream().map(LinkEntry::address).toList());
        assertEquals("Office PC", history.entries().getFirst().device().name());
    }

    @Test
    void aFailedLinkIsRecordedToo() {
        ada.deny(ada.scan(world.desktop()));
        TestDesktop cancelled = world.desktop();
        ada.scan(cancelled);
        cancelled.guest().cancel();
        TestDesktop farAway = world.desktop(AuthWorld.FAR_AWAY);
        AuthHttp.LinkOffer offer = ada.scan(farAway);
        farAway.guest().enterNumber(new Secret("99").equals(offer.checkNumber()) ? "98" : "99");
        ada.scan(world.desktop());
        world.pass(Duration.ofMinutes(3));

        LinkHistory history = history();
        assertEquals(
                List.of(What.DENIED, What.CANCELLED, What.WRONG_NUMBER, What.EXPIRED),
                happened(history).stream()
                        .filter(what -> what != What.SHOWN && what != What.SCANNED)
                        .toList());
        assertTrue(history.unbroken());
        LinkEntry wrong = history.entries().stream()
                .filter(entry -> entry.what() == What.WRONG_NUMBER)
                .findFirst()
                .orElseThrow();
        assertEquals(AuthWorld.FAR_AWAY.text(), wrong.address());
        assertEquals(offer.linkId(), wrong.linkId());
    }

    @Test
    void aLinkThatNobodyScannedIsNotRecorded() {
        world.desktop().guest().gone();
        world.signUp("bob").scan(world.desktop());

        assertTrue(history().entries().isEmpty());
    }

    @Test
    void theHistorySurvivesARestart() {
        world.linked(ada);
        LinkHistory before = history();

        world.restart();
        world.linked(ada);

        LinkHistory after = history();
        assertTrue(after.unbroken());
        LinkEntry last = before.entries().getLast();
        assertTrue(after.holds(last.number(), last.seal()));
        assertEquals(8, after.entries().getLast().number());
    }

    @Test
    void oldEntriesAreForgottenAndTheChainContinues() {
        world.linked(ada);
        history();
        world.store().linkRecords().forgetBefore(world.clock.instant().plus(Duration.ofDays(1)));
        assertEquals(List.of(What.LINKED), happened(history()), "the last line stays: the next has to follow it");

        world.linked(ada);

        assertTrue(history().unbroken());
        assertEquals(5, history().entries().size());
    }

    @Test
    void aRewrittenHistoryFailsVerification() {
        world.linked(ada);
        LinkEntry seen = history().entries().getLast();
        LinkHistory shorter = new LinkHistory(history().entries().subList(0, 3));

        assertFalse(shorter.holds(seen.number(), seen.seal()));
        assertFalse(history().holds(seen.number(), "another seal"));
        assertFalse(new LinkHistory(List.of()).holds(seen.number(), seen.seal()));
    }

    private LinkHistory history() {
        return world.auth().newLinks().history(ada.session());
    }

    private static List<What> happened(LinkHistory history) {
        return history.entries().stream().map(LinkEntry::what).toList();
    }
}
