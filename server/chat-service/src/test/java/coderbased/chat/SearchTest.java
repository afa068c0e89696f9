package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.ChatClientMessage.Search;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.Found;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The search for messages. */
final class SearchTest extends TwoPeopleTests {

    @Test
    void hitsArriveNewestFirstInPages() throws Exception {
        int many = Protocol.MAX_HITS * 2 + 5;
        for (int i = 1; i <= many; i++) {
            adas.say(text("m" + i, conversation, "needle " + i));
            adas.next(Stored.class);
        }
        List<Long> seqs = new ArrayList<>();
        String after = null;
        do {
            bobs.say(new Search("s", "need", null, after));
            Found found = bobs.next(Found.class);
            assertTrue(found.messages().size() <= Protocol.MAX_HITS);
            found.messages().stream().map(ChatMessage::seq).forEach(seqs::add);
            after = found.more();
        } while (after != null);
        assertEquals(LongStream.rangeClosed(1, many).boxed().toList().reversed(), seqs);
    }

    @Test
    void aSearchFindsNoForeignMessages() throws Exception {
        TestPerson eve = nodes.signUp("eve");
        var eves = eve.live(nodes.one);
        String elsewhere = openWith(eves, bob);
        for (int i = 1; i <= Protocol.MAX_HITS + 1; i++) {
            adas.say(text("s" + i, conversation, "secret"));
            adas.next(Stored.class);
        }
        bobs.say(new Search("s", "secret", conversation, null));
        String more = bobs.next(Found.class).more();
        assertNotNull(more);
        eves.say(new Search("1", "secret", null, null));
        assertEquals(new Found("1", List.of(), null), eves.next(Found.class));
        eves.say(new Search("2", "secret", conversation, null));
        assertEquals(new Found("2", List.of(), null), eves.next(Found.class));
        eves.say(new Search("3", "secret", null, more));
        assertEquals(new Found("3", List.of(), null), eves.next(Found.class));
        eves.say(new Search("4", "secret", elsewhere, "no-such/1"));
        assertEquals(new Found("4", List.of(), null), eves.next(Found.class));
        eves.close();
    }

    @Test
    void everyInputIsAValidSearch() throws Exception {
        adas.say(text("m", conversation, "tea at five"));
        adas.next(Stored.class);
        for (String odd : List.of("", " ", "\"", "((", "*", "\u0000", "a\u0000\"", "NEAR(", "🙂", "--", "\u202e")) {
            bobs.say(new Search("s", odd, null, null));
            assertNull(bobs.next(Found.class).more(), odd);
        }
        bobs.say(new Search("s", "FIVE  \t tea,", null, null));
        assertEquals(1, bobs.next(Found.class).messages().size());
    }

    @Test
    void tooLongSearchesAreRefusedWithAReason() throws Exception {
        for (String much : List.of("x".repeat(600), "a b c d e f g h i j k l m n o p q")) {
            bobs.say(new Search("s", much, null, null));
            assertEquals(
                    ErrorCode.TOO_BIG, bobs.next(RequestFailed.class).problem().code());
        }
        bobs.say(new Search("s", "tea", null, "not a page"));
        assertEquals(
                ErrorCode.NOT_FOUND, bobs.next(RequestFailed.class).problem().code());
    }
}
