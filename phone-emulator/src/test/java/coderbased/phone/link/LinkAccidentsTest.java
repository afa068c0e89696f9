package coderbased.phone.link;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.LinkStatus.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing but a meant press on Approve links a computer: whatever a person was still doing when the sheet came up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkAccidentsTest {

    private static final List<Duration> TOO_EARLY = List.of(Duration.ZERO, Duration.ofMillis(599));

    private Screen<PlayedPhone> screen;

    @BeforeAll
    void somebodyIsSignedIn() throws Exception {
        screen = Screen.of(PlayedPhone.signedIn());
    }

    @AfterAll
    void over() {
        screen.close();
    }

    /** Returns the things that a person may still be doing when the sheet opens. */
    enum Accident {
        ENTER,
        SPACE,
        ENTER_FIVE_TIMES,
        TAB_THEN_SPACE,
        TAB_TAB_THEN_ENTER,
        CLICK,
        DOUBLE_CLICK,
        SPACE_HELD_TOO_LONG;

        void happenOn(Screen<PlayedPhone> screen) {
            switch (this) {
                case ENTER -> screen.press(KeyCode.ENTER);
                case SPACE -> screen.press(KeyCode.SPACE);
                case ENTER_FIVE_TIMES -> {
                    for (int i = 0; i < 5; i++) {
                        screen.press(KeyCode.ENTER);
                    }
                }
                case TAB_THEN_SPACE -> screen.focus("#" + PhoneIds.LINK_APPROVE).press(KeyCode.SPACE);
                case TAB_TAB_THEN_ENTER ->
                    screen.focus("#" + PhoneIds.LINK_APPROVE).press(KeyCode.ENTER);
                case CLICK -> screen.click("#" + PhoneIds.LINK_APPROVE);
                case DOUBLE_CLICK -> screen.doubleClick("#" + PhoneIds.LINK_APPROVE);
                case SPACE_HELD_TOO_LONG -> {
                    screen.focus("#" + PhoneIds.LINK_APPROVE).hold(KeyCode.SPACE);
                    screen.clock.turn(Duration.ofSeconds(2));
                    screen.hold(KeyCode.SPACE).release(KeyCode.SPACE);
                }
            }
        }
    }

    static Stream<Arguments> accidents() {
        return Arrays.stream(Accident.values())
                .flatMap(accident -> TOO_EARLY.stream().map(when -> Arguments.of(accident, when)));
    }

    @ParameterizedTest
    @MethodSource("accidents")
    void unintendedPressDoesNotApprove(Accident accident, Duration after) {
        asks(PlayedPhone.offer("42", false));
        screen.clock.turn(after);
        accident.happenOn(screen);
        assertFalse(screen.phone.asked.contains("approve L1"), "approved by accident");
        assertTrue(screen.shows("#" + PhoneIds.LINK_APPROVE), "the question still stands");
        screen.phone.tell(new LinkStatus("L1", Step.ENDED, LinkEnd.CANCELLED, null));
        screen.clock.turn(Duration.ofSeconds(5));
        screen.click("#" + PhoneIds.LINK_DONE);
    }

    private void asks(LinkOffer offer) {
        screen.phone.offer = CompletableFuture.completedFuture(offer);
        screen.typeCode();
    }
}
