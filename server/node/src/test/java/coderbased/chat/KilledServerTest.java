package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.story.ServerProcess;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server program in a process of its own, ended by force and in order. */
final class KilledServerTest {

    @TempDir
    private Path data;

    private ServerProcess server;

    @BeforeEach
    void start() throws Exception {
        server = ServerProcess.start(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void acknowledgedMessagesSurviveAKillAndTheNextStartSucceeds() throws Exception {
        int port = server.address().getPort();
        TestPerson ada = TestPerson.signUp(port, "ada");
        TestPerson bob = TestPerson.signUp(port, "bob");
        var adas = ada.live(port);
        String conversation = openWith(adas, bob);
        for (int i = 0; i < 200; i++) {
            adas.say(text("m" + i, conversation, "number " + i));
        }
        Map<Long, String> acknowledged = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            Stored stored = adas.next(Stored.class);
            acknowledged.put(stored.seq(), stored.clientMessageId());
        }
        server.kill();
        server.awaitEnd();

        server.start();
        int again = server.address().getPort();
        Map<Long, String> found = new LinkedHashMap<>();
        var bobs = bob.connect(again);
        bobs.say(new Resume(Map.of(conversation, 0L)));
        for (ChatServerMessage next = bobs.next(); !isCaughtUp(next); next = bobs.next()) {
            if (next instanceof Batch batch) {
                batch.messages().forEach(message -> keep(found, message));
            }
        }
        assertTrue(found.entrySet().containsAll(acknowledged.entrySet()), "lost: " + acknowledged + " of " + found);
        assertEquals(found.size(), found.values().stream().distinct().count(), "stored twice");
    }

    @Test
    void aTerminatedServerStopsInOrder() throws Exception {
        int port = server.address().getPort();
        var device = TestPerson.signUp(port, "ada").live(port);
        server.terminate();
        assertEquals(1012, device.close("the server was terminated").code());
        assertEquals(0, server.awaitEnd());
    }

    private static boolean isCaughtUp(ChatServerMessage message) {
        return message instanceof ChatServerMessage.CaughtUp;
    }

    private static void keep(Map<Long, String> found, ChatMessage message) {
        assertEquals(found.size() + 1, message.seq(), "out of order");
        found.put(message.seq(), message.clientMessageId());
    }
}
