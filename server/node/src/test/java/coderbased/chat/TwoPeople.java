package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;

import coderbased.auth.AuthNodes;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Ada and Bob, new for each test, in a new conversation on a server that all tests of a class share. */
abstract class TwoPeople {

    static Node node;
    private static int round;

    TestPerson ada;
    TestPerson bob;
    TestSocket<ChatServerMessage> adas;
    TestSocket<ChatServerMessage> bobs;
    String conversation;

    @BeforeAll
    static void startServer(@TempDir Path data) {
        node = Node.start(
                Settings.standard(data)
                        .withPort(0)
                        .with(AuthNodes.CHEAP)
                        .with(ChatLimits.standard().withPerAddress(0).withAccounts(AccountLimits.unlimited())),
                Clock.systemUTC());
    }

    @AfterAll
    static void stopServer() {
        node.close();
    }

    @BeforeEach
    void twoPeopleTalk() throws Exception {
        round++;
        ada = signUp("ada");
        bob = signUp("bob");
        adas = ada.live(node.port());
        bobs = bob.live(node.port());
        conversation = openWith(adas, bob);
        bobs.next(ConversationChanged.class);
        adas.next(ConversationChanged.class);
    }

    @AfterEach
    void hangUp() {
        adas.close();
        bobs.close();
    }

    /** Somebody more, for this test alone. */
    static TestPerson signUp(String name) throws Exception {
        return TestPerson.signUp(node.port(), name + "-" + round);
    }
}
