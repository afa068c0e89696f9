package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatWrite.Delete;
import coderbased.chat.ChatWrite.Edit;
import coderbased.chat.ChatWrite.MoveMarkers;
import coderbased.chat.ChatWrite.Once;
import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWrite.React;
import coderbased.chat.ChatWrite.SaveDraft;
import coderbased.chat.ChatWrite.SaveSettings;
import coderbased.chat.ChatWrite.Send;
import coderbased.chat.ChatWritten.Changed;
import coderbased.chat.ChatWritten.Hearers;
import coderbased.chat.ChatWritten.Made;
import coderbased.chat.ChatWritten.MarkersMoved;
import coderbased.chat.ChatWritten.Opened;
import coderbased.chat.ChatWritten.Refused;
import coderbased.chat.ChatWritten.Repeated;
import coderbased.chat.ChatWritten.Stored;
import coderbased.chat.ChatWritten.Unchanged;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatMessage.Quote;
import coderbased.protocol.ChatMessage.Reaction;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.protocol.MemberReceipt;
import coderbased.protocol.Protocol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of every {@link ChatStore} for conversations of two. A store's own test says how to open one. */
public abstract class ChatStoreContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final String HASH = "ab".repeat(32);

    private ChatStore store;
    private String conversation;

    /** A store with nothing in it. */
    protected abstract ChatStore openStore() throws Exception;

    @BeforeEach
    void adaAndBobHaveAConversation() throws Exception {
        store = openStore();
        Made made = assertInstanceOf(Made.class, commit(new OpenDirect("c1", "ada", "bob")));
        assertEquals(Set.of("ada", "bob"), made.seenBy().keySet());
        conversation = "c1";
    }

    @Test
    void twoPeopleHaveOneConversation() {
        Opened again = assertInstanceOf(Opened.class, commit(new OpenDirect("c2", "bob", "ada")));
        assertEquals(conversation, again.conversation().id());
        assertInstanceOf(Made.class, commit(new OpenDirect("c3", "ada", "cleo")));
        assertEquals(Set.of("bob", "cleo"), store.companions("ada"));
        assertEquals(Set.of("ada"), store.companions("cleo"));
    }

    @Test
    void messagesAndChangesAreNumberedFromOneWithoutGaps() {
        List<ChatWritten> written = store.commit(
                IntStream.range(0, 5).mapToObj(i -> say("ada", "m" + i)).toList(), NOW);
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                written.stream().map(ChatStoreContract::seq).toList());
        assertEquals(Hearers.alike(Set.of("ada", "bob")), ((Stored) written.getFirst()).hearers());
        assertEquals(6, changed(new Edit(conversation, "ada", 2, "other")).rev());
        assertEquals(7, changed(new React(conversation, "bob", 2, "👍")).rev());
        assertEquals(8, changed(new Delete(conversation, "ada", 4)).rev());
        Stored next = assertInstanceOf(Stored.class, commit(say("bob", "last")));
        assertEquals(6, next.message().seq());
        assertEquals(9, next.message().rev());
    }

    @Test
    void aReturningReaderGetsNewAndChangedMessagesInOrder() {
        sayMany(20);
        commit(new Edit(conversation, "ada", 3, "other"));
        commit(new Edit(conversation, "ada", 3, "and another"));
        commit(new Delete(conversation, "ada", 7));
        assertEquals(5, store.countChanged(conversation, "bob", 17));
        List<ChatMessage> news = store.changed(conversation, "bob", 17, 100);
        assertEquals(List.of(18L, 19L, 20L, 3L, 7L), seqs(news));
        assertEquals(List.of(18L, 19L), seqs(store.changed(conversation, "bob", 17, 2)));
        assertEquals(List.of(), store.changed(conversation, "bob", 23, 2));
        assertEquals(0, store.countChanged(conversation, "bob", 23));
    }

    @Test
    void aRepeatedMessageIsRecognised() {
        List<ChatWritten> written = store.commit(List.of(say("ada", "m"), say("ada", "m"), say("bob", "m")), NOW);
        ChatMessage first = ((Stored) written.get(0)).message();
        assertEquals(new Repeated(first), written.get(1));
        assertEquals(2, seq(written.get(2)), "another sender's name for it is another message");
        assertEquals(new Repeated(first), commit(say("ada", "m")));
    }

    @Test
    void foreignAndUnknownConversationsAreAnsweredAlike() {
        sayMany(3);
        for (String id : List.of(conversation, "no-such")) {
            List<ChatWrite> tried = List.of(
                    new Send(id, "eve", "m", new Body.Text("x"), null, false),
                    new Edit(id, "eve", 1, "x"),
                    new Delete(id, "eve", 1),
                    new React(id, "eve", 1, "👍"),
                    new MoveMarkers(id, "eve", 1, 1),
                    new SaveSettings(id, "eve", ConversationSettings.DEFAULT),
                    new SaveDraft(id, "eve", "s", "x"));
            store.commit(tried, NOW)
                    .forEach(result -> assertEquals(new Refused(RefusalReason.NO_CONVERSATION), result));
            assertEquals(Optional.empty(), store.history(id, "eve", Side.BEFORE, 10, 10));
            assertEquals(List.of(), store.receipts(id, "eve", 1));
            assertEquals(List.of(), store.changed(id, "eve", 0, 10));
            assertEquals(0, store.countChanged(id, "eve", 0));
            assertEquals(Set.of(), store.readersOf(id, "eve"));
            assertEquals(List.of(), store.search("eve", new SearchTerms(List.of("text"), id, null), 10));
        }
        assertEquals(List.of(), store.conversationsOf("eve"));
        assertEquals(Set.of(), store.companions("eve"));
    }

    @Test
    void markersOnlyMoveForwardUpToTheNewestMessage() {
        commit(say("bob", "first"));
        sayMany(2);
        assertEquals(moved(2, 1), commit(new MoveMarkers(conversation, "bob", 2, 0)));
        assertEquals(moved(2, 2), commit(new MoveMarkers(conversation, "bob", 1, 2)));
        assertEquals(new Unchanged(), commit(new MoveMarkers(conversation, "bob", 1, 0)));
        assertEquals(new Unchanged(), commit(new MoveMarkers(conversation, "bob", -5, -5)));
        assertEquals(moved(3, 3), commit(new MoveMarkers(conversation, "bob", 0, Long.MAX_VALUE)));
        assertEquals(
                List.of(new Member("ada", true, 3, 3), new Member("bob", true, 3, 3)),
                seenBy("ada").members());
    }

    @Test
    void theSenderLearnsWhenAMessageWasDeliveredAndRead() {
        commit(say("bob", "first"));
        sayMany(3);
        Instant first = NOW.plusSeconds(60);
        Instant second = NOW.plusSeconds(120);
        Instant third = NOW.plusSeconds(180);
        store.commit(List.of(new MoveMarkers(conversation, "bob", 3, 0)), first);
        store.commit(List.of(new MoveMarkers(conversation, "bob", 0, 2)), second);
        store.commit(List.of(new MoveMarkers(conversation, "bob", 4, 3)), third);
        assertEquals(
                List.of(new MemberReceipt("bob", true, true, true, first, second)),
                store.receipts(conversation, "ada", 2));
        assertEquals(
                List.of(new MemberReceipt("bob", true, true, true, first, third)),
                store.receipts(conversation, "ada", 3));
        assertEquals(
                List.of(new MemberReceipt("bob", true, true, false, third, null)),
                store.receipts(conversation, "ada", 4));
        assertEquals(List.of(), store.receipts(conversation, "ada", 1), "it is Bob's");
        assertEquals(List.of(), store.receipts(conversation, "bob", 2), "it is Ada's");
        assertEquals(List.of(), store.receipts(conversation, "ada", 5));
        Instant answer = NOW.plusSeconds(240);
        store.commit(List.of(say("bob", "an answer")), answer);
        assertEquals(
                List.of(new MemberReceipt("bob", true, true, true, third, answer)),
                store.receipts(conversation, "ada", 4),
                "who answers has read");
    }

    @Test
    void markersOfAPersonWhoNeverWroteReachOnlyTheirOwnDevices() {
        sayMany(3);
        Member bobs = new Member("bob", true, 2, 1);
        assertEquals(
                new MarkersMoved(conversation, bobs, Set.of("bob")),
                commit(new MoveMarkers(conversation, "bob", 2, 1)));
        assertEquals(new Member("bob", true, 0, 0), seenBy("ada").members().getLast());
        assertEquals(bobs, seenBy("bob").members().getLast());
        assertEquals(
                List.of(new MemberReceipt("bob", true, false, false, null, null)),
                store.receipts(conversation, "ada", 1));
        commit(new React(conversation, "bob", 1, "👍"));
        assertEquals(new Member("bob", true, 0, 0), seenBy("ada").members().getLast(), "a reaction is not a message");

        List<ChatWritten> answered = store.commit(
                List.of(say("bob", "hello"), say("ada", "m4"), new MoveMarkers(conversation, "bob", 5, 4)), NOW);
        assertNull(((Stored) answered.getFirst()).toldNow(), "the message says it");
        bobs = new Member("bob", true, 5, 4);
        assertEquals(new MarkersMoved(conversation, bobs, Set.of("ada", "bob")), answered.getLast());
        assertEquals(bobs, seenBy("ada").members().getLast());
        commit(new Delete(conversation, "bob", 4));
        assertEquals(bobs, seenBy("ada").members().getLast(), "who took it back has written");
    }

    @Test
    void aForwardedFirstMessageTellsTheMarkers() {
        sayMany(3);
        commit(new MoveMarkers(conversation, "bob", 2, 1));
        Stored said = assertInstanceOf(
                Stored.class, commit(new Send(conversation, "bob", "f", new Body.Text("x"), null, true)));
        assertEquals(new Member("bob", true, 4, 1), said.toldNow());
        said = assertInstanceOf(
                Stored.class, commit(new Send(conversation, "bob", "g", new Body.Text("x"), null, true)));
        assertNull(said.toldNow());
    }

    @Test
    void sendingMarksEarlierMessagesAsRead() {
        sayMany(2);
        commit(say("bob", "answer"));
        assertEquals(
                List.of(new Member("ada", true, 2, 2), new Member("bob", true, 3, 3)),
                seenBy("ada").members());
    }

    @Test
    void aConversationShowsItsNewestMessage() {
        String text = "Zeile 1\nline 2\t\u0000 👩‍👩‍👧‍👦 \u202e\" \\ ' ; DROP TABLE messages";
        assertEquals(0, seenBy("bob").lastSeq());
        assertNull(seenBy("bob").last());
        commit(new Send(conversation, "ada", "m", new Body.Text(text), null, false));
        Conversation seen = seenBy("bob");
        assertEquals(ChatMessage.plain(conversation, 1, 1, "m", "ada", NOW, new Body.Text(text)), seen.last());
        assertEquals(1, seen.lastRev());
        assertNull(seen.group());
    }

    @Test
    void pagesReachBothWaysAndAroundOldestFirst() {
        sayMany(25);
        assertEquals(numbers(11, 20), page(Side.AFTER, 10));
        assertEquals(numbers(21, 25), page(Side.AFTER, 20));
        assertEquals(List.of(), page(Side.AFTER, 25));
        assertEquals(List.of(), page(Side.AFTER, Long.MAX_VALUE));
        assertEquals(numbers(16, 25), page(Side.BEFORE, Long.MAX_VALUE));
        assertEquals(numbers(1, 4), page(Side.BEFORE, 5));
        assertEquals(List.of(), page(Side.BEFORE, 1));
        assertEquals(List.of(), page(Side.BEFORE, Long.MIN_VALUE));
        assertEquals(numbers(5, 14), page(Side.AROUND, 10));
        assertEquals(numbers(1, 6), page(Side.AROUND, 2));
        assertEquals(numbers(21, 25), page(Side.AROUND, 26));
        HistoryPart part = store.history(conversation, "bob", Side.BEFORE, 5, 2).orElseThrow();
        assertEquals(1, part.firstSeq());
        assertEquals(25, part.lastSeq());
    }

    @Test
    void anAnswerQuotesTheCurrentText() {
        commit(new Send(conversation, "ada", "1", new Body.Text("€".repeat(500)), null, false));
        Stored answer = assertInstanceOf(Stored.class, commit(answer(1L)));
        Body start = new Body.Text("€".repeat(Protocol.MAX_QUOTE_CHARS));
        assertEquals(new Quote(1, "ada", start), answer.message().quote());
        commit(new Edit(conversation, "ada", 1, "short"));
        assertEquals(new Quote(1, "ada", new Body.Text("short")), read(2).quote());
        commit(new Delete(conversation, "ada", 1));
        assertEquals(new Quote(1, "ada", new Body.Deleted()), read(2).quote());
        assertEquals(new Refused(RefusalReason.NO_MESSAGE), commit(answer(99L)));
        assertEquals(new Refused(RefusalReason.NO_MESSAGE), commit(answer(-1L)));
    }

    @Test
    void aNamedRequestIsPerformedOnce() {
        sayMany(1);
        changed(new Once("ada", "e1", new Edit(conversation, "ada", 1, "better")));
        ChatMessage best = changed(new Once("ada", "e2", new Edit(conversation, "ada", 1, "best")));
        assertEquals(new Repeated(best), commit(new Once("ada", "e1", new Edit(conversation, "ada", 1, "better"))));
        assertEquals(new Body.Text("best"), read(1).body());
        changed(new Once("bob", "e1", new React(conversation, "bob", 1, "👍")));
        assertEquals(
                new Refused(RefusalReason.NOTHING),
                commit(new Once("ada", "e3", new Edit(conversation, "ada", 1, " "))));
        changed(new Once("ada", "e3", new Edit(conversation, "ada", 1, "refused before, and good now")));
    }

    @Test
    void anEditKeepsThePlaceAndRecordsTheTime() {
        sayMany(2);
        ChatMessage edited = changed(new Edit(conversation, "ada", 1, "better"));
        assertEquals(new Body.Text("better"), edited.body());
        assertEquals(NOW, edited.editedAt());
        assertEquals(edited, read(1));
        assertEquals(new Repeated(edited), commit(new Edit(conversation, "ada", 1, "better")));
        assertEquals(new Refused(RefusalReason.NOTHING), commit(new Edit(conversation, "ada", 1, " \n")));
        assertEquals(new Refused(RefusalReason.NOT_YOURS), commit(new Edit(conversation, "bob", 1, "mine")));
        assertEquals(new Refused(RefusalReason.NO_MESSAGE), commit(new Edit(conversation, "ada", 3, "x")));
    }

    @Test
    void aDeletedMessageLeavesOnlyItsPlace() {
        commit(new Send(conversation, "ada", "1", file("plan.pdf", "the plan"), null, true));
        commit(new React(conversation, "bob", 1, "👍"));
        assertEquals(new Refused(RefusalReason.NOT_YOURS), commit(new Delete(conversation, "bob", 1)));
        ChatMessage gone = changed(new Delete(conversation, "ada", 1));
        assertEquals(ChatMessage.plain(conversation, 1, 3, "1", "ada", NOW, new Body.Deleted()), gone);
        assertEquals(gone, read(1));
        assertEquals(OptionalLong.empty(), store.seenFile("bob", HASH));
        assertEquals(new Repeated(gone), commit(new Delete(conversation, "ada", 1)));
        assertEquals(new Refused(RefusalReason.NO_MESSAGE), commit(new Edit(conversation, "ada", 1, "back")));
        assertEquals(new Refused(RefusalReason.NO_MESSAGE), commit(new React(conversation, "bob", 1, "👍")));
    }

    @Test
    void anAccountHasOneReactionAtMost() {
        sayMany(1);
        commit(new React(conversation, "ada", 1, "👍"));
        commit(new React(conversation, "bob", 1, "🎉"));
        assertEquals(
                List.of(new Reaction("👍", List.of("ada")), new Reaction("🎉", List.of("bob"))), read(1).reactions());
        commit(new React(conversation, "bob", 1, "👍"));
        assertEquals(List.of(new Reaction("👍", List.of("ada", "bob"))), read(1).reactions());
        assertEquals(new Repeated(read(1)), commit(new React(conversation, "ada", 1, "👍")));
        commit(new React(conversation, "ada", 1, null));
        assertEquals(List.of(new Reaction("👍", List.of("bob"))), read(1).reactions());
        assertEquals(new Repeated(read(1)), commit(new React(conversation, "ada", 1, null)));
        assertEquals(new Refused(RefusalReason.NO_MESSAGE), commit(new React(conversation, "ada", 2, "👍")));
    }

    @Test
    void aMessageIsLimitedToOneFrame() {
        String worst = "\u0001".repeat(Protocol.MAX_TEXT_BYTES);
        Body.Preview preview = new Body.Preview(10, 10, "A".repeat(Protocol.MAX_PREVIEW_CHARS));
        Body full = new Body.File(HASH, "n".repeat(255), "image/png", 1, preview, worst);
        assertInstanceOf(Stored.class, commit(new Send(conversation, "ada", "1", full, null, false)));
        Send answer = new Send(conversation, "ada", "2", full, 1L, false);
        assertEquals(new Refused(RefusalReason.TOO_MUCH), commit(answer));
        assertInstanceOf(Stored.class, commit(say("ada", "3")));
    }

    @Test
    void conversationSettingsBelongToEachAccount() {
        ConversationSettings kept = new ConversationSettings(true, true, NOW);
        assertEquals(
                new ChatWritten.SettingsChanged(conversation, "ada", kept, 1),
                commit(new SaveSettings(conversation, "ada", kept)));
        assertEquals(
                new ChatWritten.Drafted(conversation, "ada", "s1", "not yet\u0000…", 1, 2),
                commit(new SaveDraft(conversation, "ada", "s1", "not yet\u0000…")));
        assertEquals(new Unchanged(), commit(new SaveDraft(conversation, "ada", "s2", "not yet\u0000…")));
        assertEquals(
                new Conversation.Own(1, kept, "not yet\u0000…", 1, 2),
                seenBy("ada").own());
        assertEquals(
                new Conversation.Own(1, ConversationSettings.DEFAULT, "", 0, 0),
                seenBy("bob").own());
    }

    @Test
    void aFileIsKnownToReadersOfItsMessage() {
        commit(new Send(conversation, "ada", "1", file("plan.pdf", ""), null, false));
        assertEquals(OptionalLong.of(7), store.seenFile("bob", HASH));
        assertEquals(OptionalLong.empty(), store.seenFile("eve", HASH));
        assertEquals(OptionalLong.empty(), store.seenFile("bob", "cd".repeat(32)));
    }

    @Test
    void aSearchFindsBeginningsOfWords() {
        commit(text("1", "Die Brücke ist gesperrt"));
        commit(text("2", "la brücke? no: BRUCKEN!"));
        commit(new Send(conversation, "ada", "3", file("Brückenplan.pdf", "see page 2"), null, false));
        assertEquals(List.of(3L, 2L, 1L), found("brück"));
        assertEquals(List.of(3L, 2L, 1L), found("bruck"));
        assertEquals(List.of(1L), found("brücke", "gesp"));
        assertEquals(List.of(3L), found("page"));
        assertEquals(List.of(3L), found("pdf"));
        assertEquals(List.of(), found("bridge"));
    }

    @Test
    void aSearchFindsWordsInScriptsWithoutBlanks() {
        commit(text("1", "我明天去北京大学看朋友"));
        commit(text("2", "東京タワーで会いましょう, at noon"));
        commit(text("3", "พรุ่งนี้ไปตลาดกัน"));
        commit(text("4", "北の京"));
        assertEquals(List.of(1L), found("北京"));
        assertEquals(List.of(1L), found("大学"));
        assertEquals(List.of(4L, 1L), found("北"));
        assertEquals(List.of(2L), found("タワー", "noon"));
        assertEquals(List.of(3L), found("ตลาด"));
        assertEquals(List.of(), found("京北"));
    }

    @Test
    void aSearchFindsACharacterWithManyMarks() {
        String thai = "ก" + "\u0E49".repeat(1000);
        String korean = "한" + "\u11AB".repeat(1000);
        commit(text("1", thai + " after"));
        commit(text("2", korean));
        assertEquals(List.of(1L), found(thai, "after"));
        assertEquals(List.of(1L), found("ก"));
        assertEquals(List.of(2L), found(korean));
    }

    /** Each is said in a message, and found by each of the spellings after it. */
    @Test
    void aSearchFindsWordsHoweverTheyAreSpelled() {
        String[][] words = {
            {"Ёлка", "елка", "ЁЛК", "е\u0308лка"},
            {"Αθήνα", "αθηνα", "ΑΘΉΝ"},
            {"ΟΔΟΣ", "οδος", "οδός"},
            {"Diyarbakır", "diyarbakir", "DİYARBAKIR"},
            {"مُحَمَّد", "محمد", "مـحمد"},
            {"شَلوم", "شلوم"},
            {"שָׁלוֹם", "שלום", "שלו"},
            {"Straße", "strasse", "STRASS", "straß"},
            {"ＦＵＬＬ１", "full1", "ｆｕｌｌ"},
            {"서울대학교에서", "대학", "학교", "대하", "에서"},
            {"ｶﾞｽﾊﾞｰﾅｰ", "ガス", "バーナー"},
            {"Łódź", "lodz"},
            {"smørrebrød", "smorre"},
            {"हिन्दी", "हिन्"},
            {"ก้าวหน้า", "ก้าว", "หน้า"},
        };
        for (int i = 0; i < words.length; i++) {
            commit(text("w" + i, "said: " + words[i][0] + "."));
        }
        for (int i = 0; i < words.length; i++) {
            for (String typed : words[i]) {
                assertEquals(List.of(i + 1L), found(typed), words[i][0] + " by " + typed);
            }
        }
        for (String other : List.of("алка", "대교", "רות", "हिल", "กาว", "strase", "울서")) {
            assertEquals(List.of(), found(other), other);
        }
    }

    @Test
    void aSearchFindsEmoji() {
        commit(text("1", "👍"));
        commit(text("2", "well done👍🏽, see you"));
        commit(text("3", "👩‍🔬"));
        commit(text("4", "❤️ and nothing else"));
        assertEquals(List.of(2L, 1L), found("👍"));
        assertEquals(List.of(2L), found("👍🏽"));
        assertEquals(List.of(2L), found("done"));
        assertEquals(List.of(3L), found("👩‍🔬"));
        assertEquals(List.of(4L), found("❤️"));
        assertEquals(List.of(), found("🎉"));
    }

    @Test
    void aSearchFindsTheCurrentText() {
        commit(text("1", "apples"));
        commit(text("2", "apples again"));
        commit(new Edit(conversation, "ada", 1, "pears"));
        commit(new Delete(conversation, "ada", 2));
        assertEquals(List.of(), found("apples"));
        assertEquals(List.of(1L), found("pears"));
    }

    @Test
    void timesNeverGoBackWithinAConversation() {
        commit(say("ada", "noon"));
        commitAt(say("bob", "an hour back"), NOW.minusSeconds(3_600));
        List<ChatWritten> together = store.commit(List.of(say("ada", "a"), say("bob", "b")), NOW.minusSeconds(10));
        commitAt(say("ada", "a minute on"), NOW.plusSeconds(60));
        commitAt(new Edit(conversation, "ada", 5, "edited"), NOW.minusSeconds(5));
        assertEquals(
                List.of(NOW, NOW, NOW, NOW, NOW.plusSeconds(60)),
                LongStream.rangeClosed(1, 5).mapToObj(seq -> read(seq).sentAt()).toList());
        assertEquals(NOW, ((Stored) together.getLast()).message().sentAt(), "the answer says what is stored");
        assertEquals(NOW.plusSeconds(60), read(5).editedAt(), "nothing is edited before it is said");
        commit(new OpenDirect("c2", "ada", "cleo"));
        Send elsewhere = new Send("c2", "ada", "m", new Body.Text("x"), null, false);
        assertEquals(
                NOW.minusSeconds(9),
                ((Stored) commitAt(elsewhere, NOW.minusSeconds(9))).message().sentAt());
    }

    @Test
    void hitsArriveInPagesNewestFirst() {
        sayMany(25);
        commit(new OpenDirect("c2", "eve", "mallory"));
        commit(new Send("c2", "eve", "m", new Body.Text("text of others"), null, false));
        List<ChatMessage> first = store.search("bob", new SearchTerms(List.of("text"), null, null), 10);
        assertEquals(numbers(16, 25).reversed(), seqs(first));
        SearchTerms.Position before = new SearchTerms.Position(conversation, 16);
        assertEquals(
                numbers(6, 15).reversed(),
                seqs(store.search("bob", new SearchTerms(List.of("text"), conversation, before), 10)));
        SearchTerms.Position foreign = new SearchTerms.Position("c2", 1);
        assertEquals(List.of(), store.search("bob", new SearchTerms(List.of("text"), null, foreign), 10));
        assertEquals(List.of(), store.search("bob", new SearchTerms(List.of("text"), "c2", null), 10));
    }

    @Test
    void noSearchIsASyntaxError() {
        commit(text("1", "NEAR AND OR a\"b (c) words: x* -y ^z"));
        for (String odd :
                List.of("\"", "*", "NEAR(", "words:x", "a\"b", "-y", "^z", "()", "AND", "'", "𝒳", "\ud800")) {
            assertFalse(found(odd).size() > 1, odd);
        }
        assertEquals(List.of(1L), found("a\"b"));
        assertEquals(List.of(1L), found("and"));
    }

    private Conversation seenBy(String reader) {
        return store.conversationsOf(reader).getFirst();
    }

    private ChatMessage read(long seq) {
        return store.history(conversation, "bob", Side.AFTER, seq - 1, 1)
                .orElseThrow()
                .messages()
                .getFirst();
    }

    private List<Long> page(Side side, long seq) {
        return seqs(
                store.history(conversation, "bob", side, seq, 10).orElseThrow().messages());
    }

    private List<Long> found(String... words) {
        return seqs(store.search("bob", new SearchTerms(List.of(words), null, null), 10));
    }

    private ChatMessage changed(ChatWrite write) {
        Changed changed = assertInstanceOf(Changed.class, commit(write));
        assertEquals(Hearers.alike(Set.of("ada", "bob")), changed.hearers());
        return changed.message();
    }

    private ChatWritten moved(long delivered, long read) {
        return new MarkersMoved(conversation, new Member("bob", true, delivered, read), Set.of("ada", "bob"));
    }

    private void sayMany(int messages) {
        List<ChatWritten> said = store.commit(
                IntStream.rangeClosed(1, messages)
                        .mapToObj(i -> say("ada", "m" + i))
                        .toList(),
                NOW);
        assertTrue(said.stream().allMatch(Stored.class::isInstance));
    }

    private ChatWritten commit(ChatWrite write) {
        return commitAt(write, NOW);
    }

    private ChatWritten commitAt(ChatWrite write, Instant at) {
        return store.commit(List.of(write), at).getFirst();
    }

    private ChatWrite say(String sender, String name) {
        return new Send(conversation, sender, name, new Body.Text("text of " + name), null, false);
    }

    private ChatWrite text(String name, String text) {
        return new Send(conversation, "ada", name, new Body.Text(text), null, false);
    }

    private ChatWrite answer(Long to) {
        return new Send(conversation, "bob", "answer to " + to, new Body.Text("yes"), to, false);
    }

    private static Body file(String name, String caption) {
        return new Body.File(HASH, name, "application/pdf", 7, null, caption);
    }

    private static long seq(ChatWritten written) {
        return assertInstanceOf(Stored.class, written).message().seq();
    }

    private static List<Long> seqs(List<ChatMessage> messages) {
        return messages.stream().map(ChatMessage::seq).toList();
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
