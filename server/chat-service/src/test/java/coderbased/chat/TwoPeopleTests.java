package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;

import coderbased.protocol.ChatServerMessage.ConversationChanged;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of what Ada and Bob, who are new for each of them, tell each other in a new conversation. */
abstract class TwoPeopleTests {

    @RegisterExtension
    final ChatNodes nodes = new ChatNodes().with(Clock.systemUTC());

    TestPerson ada;
    TestPerson bob;
    TestDevice adas;
    TestDevice bobs;
    String conversation;

    @BeforeEach
    void twoPeopleTalk() throws Exception {
        ada = nodes.signUp("ada");
        bob = nodes.signUp("bob");
        adas = ada.live(nodes.one);
        bobs = bob.live(nodes.one);
        conversation = openWith(adas, bob);
        bobs.next(ConversationChanged.class);
        adas.next(ConversationChanged.class);
    }

    @AfterEach
    void hangUp() {
        adas.close();
        bobs.close();
    }
}
