package coderbased.chat;

import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.LinkChoices;
import coderbased.testing.MutableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A device linked without history sees what is said after its link, whichever way the server's clock is turned
 * meanwhile.
 */
final class LinkedByAnotherClockTest {

    private static final LinkChoices WITHOUT_HISTORY = new LinkChoices(null, false, true);

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(ints = {-20, 20})
    void aLinkSeparatesEarlierAndLaterMessages(int seconds) throws Exception {
        MutableClock clock = MutableClock.running();
        try (Node node = start(clock)) {
            TestPerson ada = TestPerson.signUp(node.port(), "ada");
            TestPerson bob = TestPerson.signUp(node.port(), "bob");
            var adas = ada.live(node.port());
            String conversation = TestPerson.openWith(adas, bob);
            adas.say(text("old", conversation, "old"));
            adas.next(Stored.class);

            clock.turn(Duration.ofSeconds(seconds));
            TestPerson desktop = ada.linked(node.port(), WITHOUT_HISTORY);
            clock.turn(Duration.ofSeconds(-seconds));
            adas.say(text("new", conversation, "new"));
            adas.next(Stored.class);

            var desktops = desktop.live(node.port());
            desktops.say(new GetHistory("h", conversation, Side.BEFORE, Long.MAX_VALUE));
            List<ChatMessage> seen = desktops.next(HistoryPage.class).messages();
            assertEquals(
                    List.of("new"),
                    seen.stream().map(ChatMessage::clientMessageId).toList());
        }
    }

    private Node start(Clock clock) {
        return Node.start(
                Settings.standard(data).withPort(0).with(ChatLimits.standard().withPerAddress(0)), clock);
    }
}
