package coderbased.client.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.DisconnectReason;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LogoutReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server's English goes into close frames for other clients, and says the same as this client. */
class EndWordsTest {

    @ParameterizedTest
    @EnumSource
    void logoutHasASentence(LogoutReason reason) {
        assertEquals(reason.sentence(), EndWords.of(reason));
    }

    @ParameterizedTest
    @EnumSource
    void disconnectionHasASentence(DisconnectReason reason) {
        assertEquals(reason.sentence(), EndWords.of(reason));
    }

    @ParameterizedTest
    @EnumSource
    void linkEndHasASentence(LinkEnd end) {
        assertEquals(end.desktopSentence(), EndWords.onDesktop(end));
    }
}
