package coderbased.chat;

import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.Delete;
import coderbased.protocol.ChatClientMessage.Edit;
import coderbased.protocol.ChatClientMessage.React;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatMessage.Quote;
import coderbased.protocol.ChatMessage.Reaction;
import coderbased.protocol.ChatServerMessage.Batch;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.Resuming;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message after it was sent: answered, edited, deleted, reacted to. */
final class MessageTest extends TwoPeopleTests {

    @Test
    void anAnswerCarriesItsQuote() throws Exception {
        say("question");
        bobs.next(MessageChanged.class);
        bobs.say(new Send("a", conversation, new Body.Text("answer"), 1L, false));
        assertEquals(
                new Quote(1, ada.id(), new Body.Text("question")), heardByAda().quote());
        bobs.say(new Send("b", conversation, new Body.Text("answer"), 99L, false));
        assertEquals(ErrorCode.NOT_FOUND, bobs.next(SendRefused.class).problem().code());
    }

    @Test
    void anEditReachesEveryDevice() throws Exception {
        say("firts");
        adas.say(new Edit("e", conversation, 1, "first\u0000 👩‍🔬"));
        assertEquals(new Done("e", 2), adas.next(Done.class));
        bobs.next(MessageChanged.class);
        ChatMessage heard = bobs.next(MessageChanged.class).message();
        assertEquals(new Body.Text("first\u0000 👩‍🔬"), heard.body());
        assertNotNull(heard.editedAt());
        assertEquals(1, heard.seq());
        assertEquals(2, heard.rev());
        assertEquals(List.of(heard), missed(1));
    }

    @Test
    void aDeletedMessageIsGoneForEverybody() throws Exception {
        say("sorry");
        bobs.next(MessageChanged.class);
        bobs.say(new React("r", conversation, 1, "😮"));
        bobs.next(Done.class);
        adas.say(new Delete("d", conversation, 1));
        adas.say(new Delete("again", conversation, 1));
        assertEquals(new Done("d", 3), adas.next(Done.class));
        assertEquals(new Done("again", 3), adas.next(Done.class));
        ChatMessage gone = null;
        while (gone == null || !(gone.body() instanceof Body.Deleted)) {
            gone = bobs.next(MessageChanged.class).message();
        }
        assertEquals(List.of(), gone.reactions());
        assertEquals(List.of(gone), missed(0), "nobody is told what was there");
    }

    @Test
    void aReactionReplacesTheEarlierOne() throws Exception {
        say("look");
        bobs.next(MessageChanged.class);
        for (String emoji : List.of("👍", "👩‍👩‍👧‍👦")) {
            bobs.say(new React(emoji, conversation, 1, emoji));
            bobs.next(Done.class);
            assertEquals(
                    List.of(new Reaction(emoji, List.of(bob.id()))),
                    bobs.next(MessageChanged.class).message().reactions());
        }
        bobs.say(new React("r", conversation, 1, null));
        assertEquals(List.of(), bobs.next(MessageChanged.class).message().reactions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "❤️", "👍🏽", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇩🇪", "1️⃣", "☺", "🫨"})
    void everyEmojiIsAReaction(String emoji) throws Exception {
        say("look");
        adas.say(new React("r", conversation, 1, emoji));
        assertEquals(new Done("r", 2), adas.next(Done.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1", "👍👍", "👍 ", "ok 👍", "\u202e", "e\u0301", "👍\u0301\u0301", "\u200d", "#"})
    void nonEmojiReactionsAreRefused(String other) throws Exception {
        say("look");
        adas.say(new React("r", conversation, 1, other));
        assertEquals(
                ErrorCode.BAD_REQUEST, adas.next(RequestFailed.class).problem().code());
    }

    @Test
    void aRepeatedRequestIsNotPerformedAgain() throws Exception {
        say("firts");
        adas.say(new Edit("e1", conversation, 1, "first"));
        adas.say(new Edit("e2", conversation, 1, "first of all"));
        adas.next(Done.class);
        adas.next(Done.class);
        adas.close();
        adas = ada.live(nodes.one);
        adas.say(new Edit("e1", conversation, 1, "first"));
        assertEquals(new Done("e1", 3), adas.next(Done.class), "the asker may not have heard of the change yet");
        bobs.say(new Edit("e1", conversation, 1, "bob's"));
        assertEquals(
                ErrorCode.NOT_ALLOWED, bobs.next(RequestFailed.class).problem().code(), "a name is one account's own");
        assertEquals(new Body.Text("first of all"), missed(0).getLast().body());
    }

    @Test
    void onlyTheSenderEditsAMessage() throws Exception {
        say("mine");
        bobs.say(new Edit("e", conversation, 1, "bob's"));
        assertEquals(
                ErrorCode.NOT_ALLOWED, bobs.next(RequestFailed.class).problem().code());
        bobs.say(new Delete("d", conversation, 1));
        assertEquals(
                ErrorCode.NOT_ALLOWED, bobs.next(RequestFailed.class).problem().code());
    }

    @Test
    void foreignAndUnknownMessagesAreAnsweredAlike() throws Exception {
        say("between two");
        TestPerson eve = nodes.signUp("eve");
        var eves = eve.live(nodes.one);
        for (String place : List.of(conversation, "no-such")) {
            for (ChatClientMessage tried :
                    List.of(new Edit("q", place, 1, "x"), new Delete("q", place, 1), new React("q", place, 1, "👍"))) {
                eves.say(tried);
                assertEquals(
                        new RequestFailed("q", ProblemReason.CONVERSATION_UNKNOWN.problem()),
                        eves.next(RequestFailed.class));
            }
        }
        for (long seq : List.of(0L, -1L, 2L, Long.MAX_VALUE, Long.MIN_VALUE)) {
            adas.say(new Edit("q", conversation, seq, "x"));
            assertEquals(
                    ErrorCode.NOT_FOUND,
                    adas.next(RequestFailed.class).problem().code());
        }
        eves.close();
    }

    @Test
    void onlyTheOwnerOfAFileSendsIt() throws Exception {
        adas.say(new Send("f", conversation, file("plan.pdf", 7, null), null, false));
        SendRefused refused = adas.next(SendRefused.class);
        assertEquals(ErrorCode.NOT_FOUND, refused.problem().code());
        adas.say(new Send("f", conversation, file("plan.pdf", 7, null), null, true));
        assertEquals(refused, adas.next(SendRefused.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../etc/passwd", "a\\b", "two\nlines", "\u0000"})
    void aFileNameWithAPathOrLinesIsRefused(String name) throws Exception {
        adas.say(new Send("f", conversation, file(name, 7, null), null, false));
        assertEquals(
                ErrorCode.BAD_REQUEST, adas.next(SendRefused.class).problem().code());
    }

    @Test
    void anOversizedFileIsRefused() throws Exception {
        adas.say(new Send("f", conversation, file("big", Protocol.MAX_FILE_BYTES + 1, null), null, false));
        assertEquals(ErrorCode.TOO_BIG, adas.next(SendRefused.class).problem().code());
        String tooLong = "A".repeat(Protocol.MAX_PREVIEW_CHARS + 4);
        for (Body.Preview preview : List.of(
                new Body.Preview(1, 1, tooLong), new Body.Preview(0, 1, "AAAA"), new Body.Preview(1, 1, "no base64"))) {
            adas.say(new Send("f", conversation, file("p.png", 7, preview), null, false));
            assertEquals(
                    ErrorCode.BAD_REQUEST,
                    adas.next(SendRefused.class).problem().code());
        }
    }

    @Test
    void onlyTheServerSendsGroupEvents() throws Exception {
        adas.say(new Send("n", conversation, new Body.Deleted(), null, false));
        assertEquals(
                ErrorCode.BAD_REQUEST, adas.next(SendRefused.class).problem().code());
        adas.sayRaw("{\"type\":\"send\",\"clientMessageId\":\"n\",\"conversationId\":\"" + conversation
                + "\",\"forwarded\":false,\"body\":{\"type\":\"group-event\",\"kind\":\"REMOVED\",\"accountIds\":[]}}");
        assertEquals(
                ErrorCode.BAD_REQUEST, adas.next(SendRefused.class).problem().code());
    }

    @Test
    void aReturningDeviceIsToldTheNumberOfChangesAndThenTheChanges() throws Exception {
        say("one");
        say("two");
        say("three");
        adas.say(new Edit("e", conversation, 1, "ONE"));
        adas.next(Done.class);
        assertEquals(List.of(3L, 1L), missed(2).stream().map(ChatMessage::seq).toList());
    }

    /** Returns what bob's device gets that has everything up to that change. */
    private List<ChatMessage> missed(long rev) throws Exception {
        try (TestDevice back = bob.connect(nodes.one)) {
            back.say(new Resume(Map.of(conversation, rev)));
            Resuming resuming = back.next(Resuming.class);
            List<ChatMessage> messages = back.next(Batch.class).messages();
            assertEquals(resuming, new Resuming(1, messages.size()));
            return messages;
        }
    }

    private ChatMessage heardByAda() throws Exception {
        while (true) {
            ChatMessage message = adas.next(MessageChanged.class).message();
            if (message.senderId().equals(bob.id())) {
                return message;
            }
        }
    }

    private void say(String text) throws Exception {
        adas.say(text(text, conversation, text));
        adas.next(Stored.class);
    }

    private static Body file(String name, long size, Body.@Nullable Preview preview) {
        return new Body.File("ab".repeat(32), name, "application/pdf", size, preview, "");
    }
}
