package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.DisconnectReason;
import coderbased.protocol.LogoutReason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The length of a close reason in UTF-8. */
final class CloseReasonTest {

    @Test
    void aShortSentenceStaysAsItIs() {
        assertEquals("Say hello first.", CloseReason.fit("Say hello first."));
    }

    @Test
    void aLongOneIsCutBetweenTwoCharacters() {
        assertEquals("x" + "€".repeat(40), CloseReason.fit("x" + "€".repeat(60)));
        assertEquals("xx" + "😀".repeat(30), CloseReason.fit("xx" + "😀".repeat(60)));
    }

    @ParameterizedTest
    @EnumSource
    void everyLogoutFits(LogoutReason reason) {
        assertTrue(CloseReason.fit(reason.sentence()).getBytes(StandardCharsets.UTF_8).length <= 123);
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherEndIsSaidAsAWhole(DisconnectReason reason) {
        assertEquals(reason.sentence(), CloseReason.fit(reason.sentence()));
    }
}
