package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.ContactChanged;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.MarkersMoved;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.Resuming;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The messages between two people and their devices. */
final class ConversationTest {

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes().with(Clock.systemUTC());

    private TestPerson ada;
    private TestPerson bob;
    private TestDevice adas;
    private TestDevice bobs;
    private String conversation;

    @BeforeEach
    void twoPeopleTalk() throws Exception {
        ada = nodes.signUp("ada");
        bob = nodes.signUp("bob");
        adas = ada.live(nodes.one);
        bobs = bob.live(nodes.one);
        conversation = openWith(adas, bob);
    }

    @AfterEach
    void hangUp() {
        adas.close();
        bobs.close();
    }

    @Test
    void theOtherPersonIsToldOfANewConversationAtOnce() throws Exception {
        ConversationChanged heard = bobs.next(ConversationChanged.class);
        assertEquals(conversation, heard.conversation().id());
        assertEquals(2, heard.conversation().members().size());
    }

    @Test
    void twoPeopleShareOneConversation() throws Exception {
        assertEquals(conversation, openWith(bobs, ada));
        assertEquals(conversation, openWith(adas, bob));
    }

    @Test
    void aMessageIsStoredAndThenReachesEveryDeviceOfBoth() throws Exception {
        TestDevice second = bob.secondPhone(nodes).live(nodes.one);
        adas.say(text("m1", conversation, "Grüße 👩‍🔬 \u0000 ‮"));
        Stored stored = adas.next(Stored.class);
        assertEquals(1, stored.seq());
        for (var device : List.of(adas, bobs, second)) {
            ChatMessage heard = device.next(MessageChanged.class).message();
            assertEquals(new Body.Text("Grüße 👩‍🔬 \u0000 ‮"), heard.body());
            assertEquals(ada.id(), heard.senderId());
            assertEquals(1, heard.seq());
        }
        second.close();
    }

    @Test
    void aRepeatedSendStoresNothingAndGetsTheSameAnswer() throws Exception {
        adas.say(text("once", conversation, "hello"));
        adas.say(text("once", conversation, "hello"));
        adas.say(text("twice", conversation, "again"));
        Stored first = adas.next(Stored.class);
        assertEquals(first, adas.next(Stored.class));
        assertEquals(2, adas.next(Stored.class).seq());
        assertEquals("once", bobs.next(MessageChanged.class).message().clientMessageId());
        assertEquals("twice", bobs.next(MessageChanged.class).message().clientMessageId());
    }

    @Test
    void foreignAndUnknownConversationsAreAnsweredAlike() throws Exception {
        TestPerson eve = nodes.signUp("eve");
        TestDevice eves = eve.live(nodes.one);
        for (String id : List.of(conversation, "no-such-conversation")) {
            eves.say(text("x", id, "let me in"));
            SendRefused refused = eves.next(SendRefused.class);
            assertEquals(ErrorCode.NOT_FOUND, refused.problem().code());
            assertEquals("There is no such conversation.", refused.problem().message());
            eves.say(new GetHistory("h", id, Side.BEFORE, Long.MAX_VALUE));
            RequestFailed failed = eves.next(RequestFailed.class);
            assertEquals(new RequestFailed("h", ProblemReason.CONVERSATION_UNKNOWN.problem()), failed);
            eves.say(new MarkRead(id, 1));
        }
        eves.say(new OpenDirect("o", "no-such-account"));
        assertEquals(
                ErrorCode.NOT_FOUND, eves.next(RequestFailed.class).problem().code());
        eves.say(new OpenDirect("o", eve.id()));
        assertEquals(
                ErrorCode.NOT_FOUND, eves.next(RequestFailed.class).problem().code());
        eves.close();
    }

    @Test
    void emptyAndTooLongMessagesAreRefusedWithAReason() throws Exception {
        adas.say(text("empty", conversation, "  \n\t "));
        assertEquals(
                ErrorCode.BAD_REQUEST, adas.next(SendRefused.class).problem().code());
        adas.say(text("long", conversation, "ü".repeat(Protocol.MAX_TEXT_BYTES / 2 + 1)));
        assertEquals(ErrorCode.TOO_BIG, adas.next(SendRefused.class).problem().code());
        adas.sayRaw(Wire.write(text("half", conversation, "HALF")).replace("HALF", "\\ud83d"));
        assertEquals(
                ErrorCode.BAD_REQUEST, adas.next(SendRefused.class).problem().code());
        adas.say(text("full", conversation, "\u0001".repeat(Protocol.MAX_TEXT_BYTES)));
        assertEquals(1, adas.next(Stored.class).seq());
        assertEquals(
                Protocol.MAX_TEXT_BYTES,
                ((Body.Text) bobs.next(MessageChanged.class).message().body())
                        .text()
                        .length());
    }

    @Test
    void readMarkersNeverGoBackOrAhead() throws Exception {
        bobs.say(text("first", conversation, "hello"));
        adas.next(MessageChanged.class);
        say(adas, 2);
        bobs.say(new MarkRead(conversation, 2));
        bobs.say(new MarkRead(conversation, 1));
        bobs.say(new MarkRead(conversation, 99));
        assertEquals(new MarkersMoved(conversation, bob.id(), 2, 2), adas.next(MarkersMoved.class));
        assertEquals(new MarkersMoved(conversation, bob.id(), 3, 3), adas.next(MarkersMoved.class));
        assertEquals(
                Set.of(new Member(ada.id(), true, 3, 3), new Member(bob.id(), true, 3, 3)),
                Set.copyOf(overviewOf(ada).conversations().getFirst().members()));
    }

    @Test
    void historyArrivesInPagesNewestFirst() throws Exception {
        say(adas, 250);
        List<Long> seqs = new ArrayList<>();
        boolean more = true;
        long before = Long.MAX_VALUE;
        while (more) {
            bobs.say(new GetHistory("page", conversation, Side.BEFORE, before));
            HistoryPage page = bobs.next(HistoryPage.class);
            assertTrue(page.messages().size() <= Protocol.BATCH_SIZE);
            seqs.addAll(0, page.messages().stream().map(ChatMessage::seq).toList());
            before = page.messages().getFirst().seq();
            more = page.older();
        }
        assertEquals(LongStream.rangeClosed(1, 250).boxed().toList(), seqs);
    }

    @Test
    void aReturningDeviceGetsExactlyWhatItMissedInBatches() throws Exception {
        say(adas, 250);
        TestDevice back = bob.connect(nodes.one);
        back.say(new Resume(Map.of(conversation, 40L, "not-mine", 3L)));
        assertEquals(new Resuming(1, 210), back.next(Resuming.class));
        back.next(Overview.class);
        List<Long> seqs = new ArrayList<>();
        ChatServerMessage next = back.next();
        while (next instanceof Batch batch) {
            assertTrue(batch.messages().size() <= Protocol.BATCH_SIZE);
            batch.messages().forEach(message -> seqs.add(message.seq()));
            next = back.next();
        }
        assertEquals(new CaughtUp(), next);
        assertEquals(LongStream.rangeClosed(41, 250).boxed().toList(), seqs);
        back.close();
    }

    @Test
    void longMessagesArriveInFramesThatFit() throws Exception {
        for (int i = 0; i < 20; i++) {
            adas.say(text("long-" + i, conversation, "€".repeat(Protocol.MAX_TEXT_BYTES / 3)));
            adas.next(Stored.class);
        }
        TestDevice back = bob.connect(nodes.one);
        back.say(new Resume(Map.of(conversation, 0L)));
        List<Long> seqs = new ArrayList<>();
        while (seqs.size() < 20) {
            Batch batch = back.next(Batch.class);
            assertTrue(Wire.write(batch).getBytes(StandardCharsets.UTF_8).length <= Protocol.MAX_FRAME_BYTES);
            batch.messages().forEach(message -> seqs.add(message.seq()));
        }
        assertEquals(LongStream.rangeClosed(1, 20).boxed().toList(), seqs);
        back.close();
        bobs = bob.live(nodes.one);
        bobs.say(new GetHistory("page", conversation, Side.BEFORE, Long.MAX_VALUE));
        HistoryPage page = bobs.next(HistoryPage.class);
        assertTrue(page.older());
        assertEquals(20, page.messages().getLast().seq());
    }

    @Test
    void manyConversationsArriveInFramesThatFit() throws Exception {
        int many = 400;
        for (int i = 0; i < many; i++) {
            bobs.say(new CreateGroup("g" + i, "Group €€€€€€€€€€€€ " + i, List.of(ada.id())));
        }
        for (int i = 0; i < many; i++) {
            bobs.next(Opened.class);
        }
        try (var back = ada.connect(nodes.one)) {
            back.say(new Resume(Map.of()));
            assertEquals(new Resuming(many + 1, 0), back.next());
            int told = 0;
            int pages = 0;
            for (ChatServerMessage next = back.next(); next instanceof Overview page; next = back.next()) {
                assertTrue(Wire.write(page).getBytes(StandardCharsets.UTF_8).length <= Protocol.MAX_FRAME_BYTES);
                told += page.conversations().size();
                pages++;
            }
            assertEquals(many + 1, told);
            assertTrue(pages > 1);
        }
    }

    @Test
    void aDeletedAccountIsShownUnderAPlaceholderName() throws Exception {
        bob.deleteAccount(nodes);
        Contact gone = adas.next(ContactChanged.class).contact();
        assertEquals(bob.id(), gone.accountId());
        assertEquals("Deleted account", gone.name());
    }

    private Overview overviewOf(TestPerson person) throws Exception {
        try (var socket = person.connect(nodes.one)) {
            socket.say(new Resume(Map.of()));
            return socket.next(Overview.class);
        }
    }

    private void say(TestDevice socket, int messages) throws Exception {
        for (int i = 0; i < messages; i++) {
            socket.say(text("n" + i, conversation, "number " + i));
        }
        for (int i = 0; i < messages; i++) {
            socket.next(Stored.class);
        }
    }
}
