package coderbased.phone.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.LinkStatus.Step;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the link sheet: its content and the result of each answer. */
class LinkSheetTest {

    private Screen<PlayedPhone> screen;

    @BeforeEach
    void somebodyIsSignedIn() throws Exception {
        screen = Screen.of(PlayedPhone.signedIn());
    }

    @AfterEach
    void over() {
        screen.close();
    }

    @Test
    void noButtonHasTheFocusOrIsTheDefault() {
        asks(PlayedPhone.offer("42", false));
        assertEquals("link-sheet", screen.focused().getId());
        assertFalse(((javafx.scene.control.Button) screen.node("#" + PhoneIds.LINK_APPROVE)).isDefaultButton());
    }

    @Test
    void denyComesFirstAndIsAsLargeAsApprove() {
        asks(PlayedPhone.offer("42", false));
        var deny = screen.node("#" + PhoneIds.LINK_DENY).getLayoutBounds();
        var approve = screen.node("#" + PhoneIds.LINK_APPROVE).getLayoutBounds();
        assertEquals(approve.getWidth(), deny.getWidth(), 1);
        assertEquals(approve.getHeight(), deny.getHeight(), 1);
        screen.clock.turn(Duration.ofSeconds(1));
        for (int step = 0; step < 6 && !"link-deny".equals(screen.focused().getId()); step++) {
            screen.press(KeyCode.TAB);
        }
        assertEquals("link-deny", screen.focused().getId(), "the keyboard reaches the answers, Deny first");
    }

    @Test
    void intendedPressApprovesOnceAndShowsTheNumber() {
        asks(PlayedPhone.offer("42", false));
        screen.assertText("#" + PhoneIds.LINK_NUMBER, "42");
        screen.clock.turn(Duration.ofMillis(600));
        screen.doubleClick("#" + PhoneIds.LINK_APPROVE);
        assertEquals(1, screen.phone.asked.stream().filter("approve L1"::equals).count());
        screen.phone.answer.complete(new LinkStatus("L1", Step.WAITING, null, null));
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, "Type 42 on the computer.");
        screen.phone.tell(new LinkStatus("L1", Step.APPROVED, null, null));
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, "Approved. The computer is logging in…");
        screen.phone.tell(new LinkStatus("L1", Step.LINKED, null, "Office PC"));
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, "Linked: Office PC");
        screen.click("#" + PhoneIds.LINK_DONE);
        screen.awaitShown("#" + PhoneIds.DEVICES_EMPTY);
    }

    @Test
    void computerGetsTheNameThatThePersonTypes() {
        asks(PlayedPhone.offer("42", false));
        screen.awaitText(
                "#" + PhoneIds.LINK_NAME,
                PlayedPhone.offer("42", false).claimed().name());
        screen.clock.turn(Duration.ofSeconds(1));
        screen.type("#" + PhoneIds.LINK_NAME, "\u202Eevil");
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.await("what is wrong with it", () -> screen.shows("#" + PhoneIds.LINK_PROBLEM));
        assertFalse(screen.phone.asked.contains("approve L1"));
        screen.type("#" + PhoneIds.LINK_NAME, "Kitchen");
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.await("the name", () -> screen.phone.asked.contains("call it Kitchen"));
    }

    @Test
    void computerKeepsItsNameUnlessAnotherIsTyped() {
        asks(PlayedPhone.offer("42", false));
        screen.clock.turn(Duration.ofSeconds(1));
        screen.type("#" + PhoneIds.LINK_NAME, "  ");
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.await("the approval", () -> screen.phone.asked.contains("approve L1"));
        assertTrue(screen.phone.asked.stream().noneMatch(asked -> asked.startsWith("call it")));
    }

    @Test
    void noNumberIsShownOnTheSameNetwork() {
        asks(PlayedPhone.offer(null, true));
        assertFalse(screen.shows("#" + PhoneIds.LINK_NUMBER));
        screen.clock.turn(Duration.ofSeconds(1));
        screen.focus("#" + PhoneIds.LINK_APPROVE).press(KeyCode.SPACE);
        screen.phone.answer.complete(new LinkStatus("L1", Step.APPROVED, null, null));
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, "Approved. The computer is logging in…");
    }

    @Test
    void denialIsSentAndShown() {
        asks(PlayedPhone.offer("42", false));
        screen.clock.turn(Duration.ofSeconds(1));
        screen.click("#" + PhoneIds.LINK_DENY);
        screen.phone.answer.complete(new LinkStatus("L1", Step.ENDED, LinkEnd.DENIED, null));
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, LinkEnd.DENIED.phoneSentence());
        assertFalse(screen.phone.asked.contains("approve L1"));
        screen.click("#" + PhoneIds.LINK_DONE);
        screen.awaitShown("#" + PhoneIds.SCAN_WARNING);
    }

    @ParameterizedTest
    @EnumSource(LinkEnd.class)
    void everyEndIsWordedForThePhone(LinkEnd end) {
        asks(PlayedPhone.offer("42", false));
        screen.phone.tell(new LinkStatus("L1", Step.ENDED, end, null));
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, end.phoneSentence());
        assertEquals(end == LinkEnd.LIMIT, screen.shows("#" + PhoneIds.LINK_DEVICES));
    }

    @Test
    void newsOfAnotherLinkAreIgnored() {
        asks(PlayedPhone.offer("42", false));
        screen.phone.tell(new LinkStatus("L2", Step.LINKED, null, "Somebody's PC"));
        screen.settle();
        assertTrue(screen.shows("#" + PhoneIds.LINK_APPROVE));
    }

    @Test
    void failedAnswerCanBeRepeated() {
        screen.phone.answer = PlayedPhone.refusal(ErrorCode.TRY_LATER, "The server cannot be reached.");
        asks(PlayedPhone.offer("42", false));
        screen.clock.turn(Duration.ofSeconds(1));
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.awaitText("#" + PhoneIds.LINK_PROBLEM, "The server cannot be reached.");
        screen.phone.answer = CompletableFuture.completedFuture(new LinkStatus("L1", Step.LINKED, null, "Office PC"));
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, "Linked: Office PC");
    }

    @Test
    void deviceLimitLeadsToTheDeviceList() {
        screen.phone.answer = PlayedPhone.refusal(ErrorCode.TOO_MANY_DEVICES, "You have 5 linked devices, the most.");
        asks(PlayedPhone.offer("42", false));
        screen.clock.turn(Duration.ofSeconds(1));
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, "You have 5 linked devices, the most.");
        screen.click("#" + PhoneIds.LINK_DEVICES);
        screen.awaitShown("#" + PhoneIds.DEVICES_EMPTY);
    }

    @Test
    void timeLeftIsShown() {
        asks(PlayedPhone.offer("42", false));
        screen.awaitText("#" + PhoneIds.LINK_TIME_LEFT, "Answer within 2:00");
        screen.clock.turn(Duration.ofSeconds(61));
        screen.awaitText("#" + PhoneIds.LINK_TIME_LEFT, "Answer within 0:59");
    }

    @Test
    void textFromTheComputerIsQuotedAndHarmless() {
        LinkOffer plain = PlayedPhone.offer("42", false);
        asks(new LinkOffer(
                plain.linkId(),
                new coderbased.protocol.DeviceFacts("Bank\u202E\napproved", "App", "OS"),
                plain.address(),
                false,
                new Secret("42"),
                120_000,
                false));
        assertTrue(screen.texts("#" + PhoneIds.LINK_FACTS + " .label").contains("“Bank approved”"));
        assertTrue(screen.texts("#" + PhoneIds.LINK_FACTS + " .label").contains("192.0.2.17"));
    }

    @Test
    void computerGetsAllRightsByDefault() {
        asks(PlayedPhone.offer(null, true));
        screen.clock.turn(Duration.ofSeconds(1));
        screen.click("#" + PhoneIds.LINK_APPROVE);
        assertEquals(AuthHttp.Approval.PLAIN, screen.phone.approval);
    }

    @Test
    void grantedRightsAreSentToTheServer() {
        asks(PlayedPhone.offer(null, true));
        screen.clock.turn(Duration.ofSeconds(1));
        for (String choice : List.of(
                "#" + PhoneIds.LINK_UNTIL_TONIGHT,
                "#" + PhoneIds.LINK_READ_ONLY,
                "#" + PhoneIds.LINK_WITHOUT_HISTORY)) {
            screen.focus(choice).press(KeyCode.SPACE);
        }
        screen.click("#" + PhoneIds.LINK_APPROVE);
        Instant midnight = LocalDate.ofInstant(screen.clock.instant(), screen.clock.getZone())
                .plusDays(1)
                .atStartOfDay(screen.clock.getZone())
                .toInstant();
        assertEquals(new LinkChoices(midnight, true, true), screen.phone.approval.choices());
    }

    @Test
    void passwordIsAskedForAfterAWhile() {
        LinkOffer plain = PlayedPhone.offer(null, true);
        asks(new LinkOffer(plain.linkId(), plain.claimed(), plain.address(), true, null, 120_000, true));
        screen.clock.turn(Duration.ofSeconds(1));
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.awaitText("#" + PhoneIds.LINK_PROBLEM, "Type your password to link a computer.");
        assertFalse(screen.phone.asked.contains("approve L1"));

        screen.phone.answer = PlayedPhone.refusal(ErrorCode.WRONG_PASSWORD, "The password is wrong.");
        screen.type("#" + PhoneIds.LINK_PASSWORD, "not it").click("#" + PhoneIds.LINK_APPROVE);
        screen.awaitText("#" + PhoneIds.LINK_PROBLEM, "The password is wrong.");
        assertEquals("", screen.text("#" + PhoneIds.LINK_PASSWORD));

        screen.phone.answer = CompletableFuture.completedFuture(new LinkStatus("L1", Step.LINKED, null, "Office PC"));
        screen.type("#" + PhoneIds.LINK_PASSWORD, "correct horse").click("#" + PhoneIds.LINK_APPROVE);
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, "Linked: Office PC");
        assertEquals(new Secret("correct horse"), screen.phone.approval.password());
    }

    @Test
    void numberPasswordLimitsAndAnswersAreInViewTogether() {
        asks(withPassword(PlayedPhone.offer("42", false)));
        screen.clock.turn(Duration.ofSeconds(1));
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.awaitShown("#" + PhoneIds.LINK_PROBLEM);
        Bounds sheet = boundsOf(PhoneIds.LINK_SHEET);
        for (String id : List.of(
                PhoneIds.LINK_UNTIL_TONIGHT,
                PhoneIds.LINK_READ_ONLY,
                PhoneIds.LINK_WITHOUT_HISTORY,
                PhoneIds.LINK_PASSWORD,
                PhoneIds.LINK_DENY,
                PhoneIds.LINK_APPROVE)) {
            assertTrue(sheet.contains(boundsOf(id)), id + " at " + boundsOf(id) + " in " + sheet);
        }
        Node number = screen.node("#" + PhoneIds.LINK_NUMBER);
        assertTrue(viewport(number).contains(boundsOf(PhoneIds.LINK_NUMBER)), "the number is not below the fold");
        assertTrue(
                boundsOf(PhoneIds.LINK_UNTIL_TONIGHT).getMinY()
                        >= viewport(number).getMaxY(),
                "the limits do not scroll");
    }

    @Test
    void enterInThePasswordFieldApproves() {
        asks(withPassword(PlayedPhone.offer(null, true)));
        screen.clock.turn(Duration.ofSeconds(1));
        screen.focus("#" + PhoneIds.LINK_PASSWORD).press(KeyCode.ENTER);
        screen.awaitText("#" + PhoneIds.LINK_PROBLEM, "Type your password to link a computer.");

        screen.phone.answer = PlayedPhone.refusal(ErrorCode.WRONG_PASSWORD, "The password is wrong.");
        screen.write("not it").press(KeyCode.ENTER);
        screen.awaitText("#" + PhoneIds.LINK_PROBLEM, "The password is wrong.");
        screen.await(
                "the caret to be back",
                () -> PhoneIds.LINK_PASSWORD.equals(screen.focused().getId()));

        screen.phone.answer = CompletableFuture.completedFuture(new LinkStatus("L1", Step.LINKED, null, "Office PC"));
        screen.write("correct horse").press(KeyCode.ENTER);
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, "Linked: Office PC");
        assertEquals(new Secret("correct horse"), screen.phone.approval.password());
    }

    @Test
    void passwordIsAskedForWhenTheServerDemandsIt() {
        screen.phone.answer = PlayedPhone.refusal(ErrorCode.PASSWORD_NEEDED, "Type your password to link a computer.");
        asks(PlayedPhone.offer(null, true));
        assertFalse(screen.shows("#" + PhoneIds.LINK_PASSWORD));
        screen.clock.turn(Duration.ofSeconds(1));
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.awaitShown("#" + PhoneIds.LINK_PASSWORD);
    }

    private static LinkOffer withPassword(LinkOffer plain) {
        return new LinkOffer(
                plain.linkId(),
                plain.claimed(),
                plain.address(),
                plain.sameNetwork(),
                plain.checkNumber(),
                plain.expiresInMillis(),
                true);
    }

    private Bounds boundsOf(String id) {
        Node node = screen.node("#" + id);
        return screen.onFx(() -> node.localToScene(node.getLayoutBounds()));
    }

    /** Returns the visible part of the scroll pane around a node. */
    private Bounds viewport(Node inside) {
        return screen.onFx(() -> {
            Node at = inside;
            while (!at.getStyleClass().contains("viewport")) {
                at = at.getParent();
            }
            return at.localToScene(at.getLayoutBounds());
        });
    }

    private void asks(LinkOffer offer) {
        screen.phone.offer = CompletableFuture.completedFuture(offer);
        screen.typeCode();
    }
}
