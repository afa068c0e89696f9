package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.Combinations.Case;
import coderbased.chat.Combinations.Value;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.GroupChange;
import coderbased.protocol.Wire;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Ada tries every message with every kind of id that is not hers. What belongs to others, what is gone and what never
 * was get the same answer; nobody else hears of it; nothing of anybody's changes; and Ada's connection goes on.
 */
final class MadeUpIdsTest {

    private static final String GUESSED = "GUESSEDGUESSEDGUESSEDGUESS";
    private static final String HUGE = "A".repeat(10_000);
    private static final Set<String> NOT_HERS = Set.of("foreign", "left", "empty", "huge", "odd");

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes().with(Clock.systemUTC());

    private TestPerson ada;
    private TestPerson bob;
    private TestPerson dora;
    private TestDevice adas;
    private TestDevice bobs;
    private String foreign;
    private String left;
    private String deletedAccount;
    private int asked;
    private int groups;
    private long mayAskAt = System.nanoTime();

    @BeforeEach
    void twoWorlds() throws Exception {
        bob = nodes.signUp("bob");
        dora = nodes.signUp("dora");
        TestPerson cleo = nodes.signUp("cleo");
        TestPerson gone = nodes.signUp("gone");
        deletedAccount = gone.id();
        gone.deleteAccount(nodes);
        ada = nodes.signUp("ada");
        adas = ada.live(nodes.one);
        bobs = bob.live(nodes.one);
        foreign = makeGroup(bobs, cleo);
        answers(bobs, TestPerson.text("foreign", foreign, "hello from bob"));
        left = makeGroup(adas, dora);
        answers(adas, new ChangeGroup("leave", left, new GroupChange.Leave()));
        // By now both have heard of the conversation with Dora that answers are waited for with.
        answers(adas, new FindPeople("people", "dora"));
        answers(bobs, new FindPeople("people", "dora"));
    }

    @Test
    void everyMessageWithAForeignIdIsAnsweredLikeOneWithAnUnknownId() throws Exception {
        List<ConversationSummary> before = whatBobHas();
        Map<String, List<String>> answers = new HashMap<>();
        List<Case> cases = cases();
        int compared = 0;
        for (Case each : cases) {
            if (!each.has("conversationId", "own")) {
                answers.put(each.toString(), answers(adas, (ChatClientMessage) each.message()));
            }
        }
        Map<String, List<String>> missing = new HashMap<>();
        cases.stream()
                .filter(each -> each.has("conversationId", "guessed"))
                .forEach(each -> missing.put(each.butFor("conversationId"), answers.get(each.toString())));
        List<String> different = new ArrayList<>();
        for (Case each : cases) {
            if (NOT_HERS.stream().anyMatch(label -> each.has("conversationId", label))) {
                compared++;
                List<String> said = answers.get(each.toString());
                List<String> toMissing = missing.get(each.butFor("conversationId"));
                if (!said.equals(toMissing)) {
                    different.add(each + ": " + said + ", to a missing one " + toMissing);
                }
            }
        }
        assertEquals(List.of(), different);
        assertTrue(compared >= 1_000, compared + " cases");
        assertTrue(adas.isOpen(), "a request that can be refused ends no connection");
        assertEquals(List.of(), bobs.unheard(), "nobody else hears of it");
        assertEquals(before, whatBobHas(), "nothing of anybody's changed");
    }

    @Test
    void everyMessageToOnesOwnGroupIsAnsweredAndEndsNothing() throws Exception {
        for (Case each : cases()) {
            if (each.has("conversationId", "own")) {
                String own = makeGroup(adas, dora);
                String text = Wire.write(each.message()).replace("\"OWN\"", '"' + own + '"');
                answers(adas, Wire.read(text, ChatClientMessage.class));
                assertTrue(adas.isOpen(), each.toString());
            }
        }
    }

    @Test
    void aDeviceThatResumesForeignConversationsIsToldNothingOfThem() throws Exception {
        TestPerson eve = nodes.signUp("eve");
        var eves = eve.connect(nodes.one);
        eves.say(new Resume(Map.of(foreign, 0L, left, 0L, GUESSED, -1L, "", Long.MIN_VALUE, HUGE, Long.MAX_VALUE)));
        for (ChatServerMessage next = eves.next(); !(next instanceof CaughtUp); next = eves.next()) {
            assertTrue(
                    next instanceof ChatServerMessage.Resuming(int conversations, long messages)
                                    && conversations == 0
                                    && messages == 0
                            || next instanceof Overview(var conversations2) && conversations2.isEmpty(),
                    next.toString());
        }
    }

    private List<Case> cases() {
        return new Combinations(this::values)
                .of(ChatClientMessage.class).stream()
                        // One opens a connection, the other is said once in it: both have tests of their own.
                        .filter(each -> !(each.message() instanceof ChatClientMessage.Authenticate))
                        .filter(each -> !(each.message() instanceof Resume))
                        .toList();
    }

    private List<Value> values(RecordComponent field) {
        return switch (field.getName()) {
            case "requestId", "clientMessageId" -> one("name");
            case "conversationId" ->
                labelled(
                        "own",
                        "OWN",
                        "foreign",
                        foreign,
                        "left",
                        left,
                        "guessed",
                        GUESSED,
                        "empty",
                        "",
                        "huge",
                        HUGE,
                        "odd",
                        "../\u0000'\"--");
            case "accountId" ->
                labelled("self", ada.id(), "gone", deletedAccount, "guessed", GUESSED, "empty", "", "huge", HUGE);
            case "accountIds" ->
                labelled(
                        "gone",
                        List.of(deletedAccount),
                        "guessed",
                        List.of(GUESSED),
                        "none",
                        List.of(),
                        "empty",
                        List.of(""),
                        "huge",
                        List.of(HUGE));
            case "sha256" ->
                labelled("foreign", "0".repeat(64), "guessed", "f".repeat(64), "empty", "", "odd", "../../server.key");
            case "seq" ->
                labelled("first", 1L, "zero", 0L, "negative", -1L, "least", Long.MIN_VALUE, "most", Long.MAX_VALUE);
            case "replyTo" -> labelled("none", null, "first", 1L, "negative", -1L, "most", Long.MAX_VALUE);
            case "after" -> labelled("none", null, "guessed", "17", "odd", "'", "huge", HUGE);
            case "words", "text", "name", "caption" -> one("hello");
            case "emoji" -> labelled("some", "\ud83d\udc4d", "none", null);
            case "mediaType" -> one("text/plain");
            case "size" -> labelled("some", 5L, "negative", -1L, "most", Long.MAX_VALUE);
            case "preview" -> labelled("none", null);
            case "settings" -> List.of(new Value("pinned", new ConversationSettings(true, true, null)));
            case "forwarded", "now", "admin", "accept" -> List.of(new Value("false", false), new Value("true", true));
            case "kind", "protocol" -> List.of(new Value("1", 1));
            case "token", "proof" -> one("x");
            case "have" -> List.of(new Value("none", Map.of()));
            default -> throw new AssertionError("say here what " + field + " may be");
        };
    }

    private static List<Value> one(String value) {
        return List.of(new Value(value, value));
    }

    private static List<Value> labelled(Object... labelsAndValues) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            values.add(new Value(labelsAndValues[i].toString(), labelsAndValues[i + 1]));
        }
        return values;
    }

    /** All that the device hears of it, until something asked later is answered. */
    private List<String> answers(TestDevice socket, ChatClientMessage message) throws Exception {
        asked++;
        // As quick as any device may be in the long run, however fast the machine is: two messages in two thousandths.
        LockSupport.parkNanos(mayAskAt - System.nanoTime());
        mayAskAt = Math.max(mayAskAt, System.nanoTime()) + TimeUnit.MILLISECONDS.toNanos(2);
        // Under a name of its own: what was done under the same one before would not be done.
        String name = "name " + asked;
        socket.sayRaw(Wire.write(message).replace("Id\":\"name\"", "Id\":\"" + name + '"'));
        String behind = "behind " + asked;
        socket.say(new OpenDirect(behind, dora.id()));
        List<String> heard = new ArrayList<>();
        for (ChatServerMessage next = socket.next();
                !(next instanceof Opened opened && opened.requestId().equals(behind));
                next = socket.next()) {
            heard.add(next.toString().replace(name, "name"));
        }
        return heard;
    }

    private List<ConversationSummary> whatBobHas() throws Exception {
        nodes.auth().readRevocations(); // as a running node does: a slow test would turn the phone away
        try (var again = bob.secondPhone(nodes).connect(nodes.one)) {
            again.say(new Resume(Map.of()));
            return again.next(Overview.class).conversations();
        }
    }

    private String makeGroup(TestDevice socket, TestPerson other) throws Exception {
        socket.say(new CreateGroup("group " + ++groups, "Group", List.of(other.id())));
        return socket.next(Opened.class).conversation().id();
    }
}
