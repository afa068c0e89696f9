package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.Protocol;
import coderbased.story.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a heap of 64 MB outlives signed-in devices that ask for all they can and read nothing. */
@Tag("nightly")
final class DeafDevicesTest {

    private static final int DEVICES = 60;
    private static final int PAGES = 100;
    private static final int MESSAGES = 8;
    private static final int CHARS = 7_000;

    @TempDir
    private Path place;

    @Test
    void theServerAnswersOthersWhileDevicesDoNotRead() throws Exception {
        List<TestSocket<ChatServerMessage>> deaf = new ArrayList<>();
        try (ServerProcess server =
                ServerProcess.start(place.resolve("data"), "-Xmx64m", "-XX:+ExitOnOutOfMemoryError", "--port=0")) {
            int port = server.address().getPort();
            List<TestPerson> people = new ArrayList<>();
            for (int i = 0; i < DEVICES; i++) {
                people.add(TestPerson.signUp(port, "person-" + i));
            }
            try (TestSocket<ChatServerMessage> speaker = people.getFirst().live(port)) {
                String group = groupOf(speaker, people);
                for (TestPerson person : people.subList(1, DEVICES)) {
                    deaf.add(askForEverything(port, person, group));
                }
                speaker.say(new GetHistory("page", group, Side.BEFORE, Long.MAX_VALUE));
                assertTrue(!speaker.next(HistoryPage.class).messages().isEmpty());
            }
            server.terminate();
            assertEquals(0, server.awaitEnd() % 143, "it ends in order, not for want of memory");
        } finally {
            deaf.forEach(TestSocket::vanish);
        }
    }

    private static String groupOf(TestSocket<ChatServerMessage> speaker, List<TestPerson> people) throws Exception {
        List<String> others = people.stream().skip(1).map(TestPerson::id).toList();
        speaker.say(new CreateGroup("group", "Walkers", others));
        String group = speaker.next(Opened.class).conversation().id();
        for (int i = 0; i < MESSAGES; i++) {
            speaker.say(TestPerson.text("m" + i, group, "x".repeat(CHARS)));
            speaker.next(Stored.class);
        }
        return group;
    }

    private static TestSocket<ChatServerMessage> askForEverything(int port, TestPerson person, String group)
            throws Exception {
        TestSocket<ChatServerMessage> deaf = TestSocket.openDeaf(port, Protocol.CHAT_PATH, ChatServerMessage.class);
        deaf.read(1);
        deaf.say(person.answer(deaf.next(ChatServerMessage.Challenge.class)));
        for (int i = 0; i < PAGES; i++) {
            deaf.say(new GetHistory("page " + i, group, Side.BEFORE, Long.MAX_VALUE));
        }
        return deaf;
    }
}
