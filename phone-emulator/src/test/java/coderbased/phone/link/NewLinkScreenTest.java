package coderbased.phone.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.NewLink;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the question "Was it you?" after a new link. */
public class NewLinkScreenTest {

    private Screen<PlayedPhone> screen;

    @BeforeEach
    void somebodyIsSignedIn() throws Exception {
        screen = Screen.of(PlayedPhone.signedIn());
        screen.phone.newLinks(link("s1", "Kiosk"));
        screen.awaitShown("#" + PhoneIds.NEW_LINK_QUESTION);
    }

    @AfterEach
    void over() {
        screen.close();
    }

    @Test
    void questionShowsTheFactsAboutTheLink() {
        String question = screen.text("#" + PhoneIds.NEW_LINK_QUESTION);
        assertTrue(question.startsWith("“Kiosk” was linked today at "), question);
        assertTrue(question.endsWith(" from 192.0.2.17. Was it you?"), question);
    }

    @Test
    void confirmingTellsTheServerAndClosesTheQuestion() {
        screen.click("#" + PhoneIds.NEW_LINK_YES);
        screen.awaitGone("#" + PhoneIds.NEW_LINK_QUESTION);
        assertEquals(List.of("answerLink s1 true"), screen.phone.asked);
    }

    @Test
    void disowningAsksAgainThenSuggestsANewPassword() {
        screen.click("#" + PhoneIds.NEW_LINK_NO).click("#" + PhoneIds.CONFIRM_NO);
        assertTrue(screen.phone.asked.isEmpty(), "nothing is logged out by one slip");
        screen.click("#" + PhoneIds.NEW_LINK_NO).click("#" + PhoneIds.CONFIRM_YES);
        assertEquals(List.of("answerLink s1 false"), screen.phone.asked);
        screen.awaitShown("#" + PhoneIds.NEW_LINK_ADVICE);
        screen.click("#" + PhoneIds.NEW_LINK_PASSWORD);
        screen.awaitShown("#" + PhoneIds.PASSWORD_PRESENT);
        screen.awaitGone("#" + PhoneIds.NEW_LINK_ADVICE);
    }

    @Test
    void failedAnswerCanBeRepeated() {
        screen.phone.change = PlayedPhone.refusal(ErrorCode.TRY_LATER, "The server cannot be reached.");
        screen.click("#" + PhoneIds.NEW_LINK_YES);
        screen.awaitText("#" + PhoneIds.NEW_LINK_PROBLEM, "The server cannot be reached.");
        assertTrue(screen.shows("#" + PhoneIds.NEW_LINK_YES));
    }

    @Test
    void questionClosesWhenAnotherPhoneAnswers() {
        screen.phone.newLinks();
        screen.awaitGone("#" + PhoneIds.NEW_LINK_QUESTION);
    }

    @Test
    void newLinksAreAskedAboutOneByOne() {
        screen.phone.newLinks(link("s2", "Library"), link("s1", "Kiosk"));
        screen.awaitText("#" + PhoneIds.NEW_LINK_QUESTION, said -> said.startsWith("“Library”"));
    }

    public static NewLink link(String session, String name) {
        DeviceFacts facts = new DeviceFacts(name, "Coderbased Desktop 0.1.0", "Linux");
        return new NewLink(session, facts, "192.0.2.17", PlayedPhone.NOON.minusSeconds(60));
    }
}
