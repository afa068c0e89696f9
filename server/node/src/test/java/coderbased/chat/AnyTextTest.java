package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.Edit;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.React;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.ChatClientMessage.SaveSettings;
import coderbased.protocol.ChatClientMessage.Search;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Drafted;
import coderbased.protocol.ChatServerMessage.Found;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.NotKept;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.SettingsChanged;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.FileHttp;
import coderbased.protocol.GroupChange;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever is written where a text is expected comes back as it was written, or is refused with a reason that can be
 * read.
 */
final class AnyTextTest extends TwoPeople {

    private static final byte[] BYTES = {1, 2, 3};

    /** Texts of messages that name things: what they may be, {@link MadeUpIdsTest} says. */
    private static final Set<String> NAMES_OF_THINGS =
            Set.of("requestId", "clientMessageId", "conversationId", "accountId", "after", "token", "proof");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private @Nullable TestSocket<ChatServerMessage> second;
    private int asked;

    /** One field: what is heard of it elsewhere; null where it was refused, which {@link #refused} looks at. */
    private interface Field {
        @Nullable
        String throughTheServer(String text) throws Exception;
    }

    @Test
    void everyTextReturnsUnchangedOrIsRefusedWithAReason() throws Exception {
        Map<String, Field> fields = Map.of(
                "Send.body.text", this::said,
                "Send.body.caption", text -> file("plan.txt", text) instanceof Body.File back ? back.caption() : null,
                "Send.body.name", text -> file(text, "") instanceof Body.File back ? back.name() : null,
                "Edit.text", this::edited,
                "React.emoji", this::reacted,
                "CreateGroup.name", this::groupMade,
                "ChangeGroup.change.name", this::groupRenamed,
                "SaveDraft.text", this::drafted);
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        for (var field : fields.entrySet()) {
            for (String text : HostileStrings.ALL) {
                cases++;
                String back = field.getValue().throughTheServer(text);
                if (back == null) {
                    refusals.merge(field.getKey(), 1, Integer::sum);
                } else if (!back.equals(text)) {
                    wrong.add(field.getKey() + ": " + HostileStrings.called(text) + " became "
                            + HostileStrings.called(back));
                }
                assertTrue(adas.isOpen(), field.getKey() + " " + HostileStrings.called(text));
            }
        }
        System.out.println(cases + " texts in " + fields.size() + " fields; refused " + refusals);
        assertEquals(List.of(), wrong);
        assertFalse(refusals.values().contains(HostileStrings.ALL.size()), "no field refuses everything: " + refusals);
    }

    @Test
    void everySearchIsAnswered() throws Exception {
        for (String text : HostileStrings.ALL) {
            ask(new Search(fresh(), text, null, null), Found.class);
            ask(new FindPeople(fresh(), text), PeopleFound.class);
        }
        assertTrue(adas.isOpen());
    }

    @Test
    void everyMuteTimeReturnsUnchangedOrIsRefusedWithAReason() throws Exception {
        for (Instant moment : List.of(
                Instant.MIN,
                Instant.EPOCH,
                Instant.parse("2126-01-01T00:00:00.123456789Z"),
                Instant.parse("9999-12-31T23:59:59Z"),
                Instant.parse("+10000-01-01T00:00:00Z"),
                Instant.MAX)) {
            adas.say(new SaveSettings(conversation, new ConversationSettings(false, false, moment)));
            ChatServerMessage answer = next(Set.of(SettingsChanged.class, NotKept.class));
            assertTrue(
                    answer instanceof NotKept(var id, Problem why)
                                    && !why.message().isBlank()
                            || answer instanceof SettingsChanged(var id2, ConversationSettings kept)
                                    && kept.mutedUntil().toEpochMilli() == moment.toEpochMilli(),
                    moment + ": " + answer);
        }
        assertTrue(adas.isOpen());
    }

    @Test
    void everyDesktopDescriptionGetsACodeOrAReason() throws Exception {
        for (String text : HostileStrings.ALL) {
            var guest = TestSocket.open(node.port(), Protocol.GUEST_PATH, GuestServerMessage.class);
            var facts = new DeviceFacts(text, text, text);
            guest.say(new GuestClientMessage.Hello(Protocol.VERSION, facts, new TestKey().publicHalf()));
            if (guest.nextOrEnd() == null) {
                assertFalse(guest.close("refused").reason().isBlank(), HostileStrings.called(text));
            }
            guest.vanish();
        }
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(AnyTextTest::records)
                : Stream.of(type);
    }

    @Test
    void theTestCoversEveryTextField() {
        Set<String> texts = new TreeSet<>();
        for (Class<?> message : records(ChatClientMessage.class).toList()) {
            for (var field : message.getRecordComponents()) {
                if (field.getType() == String.class && !NAMES_OF_THINGS.contains(field.getName())) {
                    texts.add(message.getSimpleName() + "." + field.getName());
                }
            }
        }
        assertEquals(
                Set.of(
                        "CreateGroup.name",
                        "Edit.text",
                        "FindPeople.words",
                        "React.emoji",
                        "SaveDraft.text",
                        "Search.words"),
                texts,
                "each text that can be said is tried above");
    }

    private @Nullable String said(String text) throws Exception {
        Stored stored = say(new Body.Text(text));
        return stored != null && back(stored.seq()).body() instanceof Body.Text heard ? heard.text() : null;
    }

    private @Nullable Body file(String name, String caption) throws Exception {
        Stored stored = say(new Body.File(uploaded(), name, "text/plain", BYTES.length, null, caption));
        return stored == null ? null : back(stored.seq()).body();
    }

    private @Nullable String edited(String text) throws Exception {
        Stored stored = say(new Body.Text("before"));
        return ask(new Edit(fresh(), conversation, stored.seq(), text), Done.class) != null
                        && back(stored.seq()).body() instanceof Body.Text heard
                ? heard.text()
                : null;
    }

    private @Nullable String reacted(String emoji) throws Exception {
        Stored stored = say(new Body.Text("look"));
        return ask(new React(fresh(), conversation, stored.seq(), emoji), Done.class) == null
                ? null
                : back(stored.seq()).reactions().getFirst().emoji();
    }

    private @Nullable String groupMade(String name) throws Exception {
        Opened made = ask(new CreateGroup(fresh(), name, List.of()), Opened.class);
        return made == null ? null : made.conversation().group().name();
    }

    private @Nullable String groupRenamed(String name) throws Exception {
        String group = ask(new CreateGroup(fresh(), "Before", List.of()), Opened.class)
                .conversation()
                .id();
        if (ask(new ChangeGroup(fresh(), group, new GroupChange.Rename(name)), Done.class) == null) {
            return null;
        }
        adas.say(new GetHistory(fresh(), group, GetHistory.Side.BEFORE, Long.MAX_VALUE));
        ChatMessage last = adas.next(HistoryPage.class).messages().getLast();
        return last.body() instanceof Body.GroupEvent event ? event.name() : "no event";
    }

    /** A draft is heard on another device; nothing is heard of one that is what it was. */
    private @Nullable String drafted(String text) throws Exception {
        if (second == null) {
            second = ada.secondPhone(node.port()).live(node.port());
        }
        String behind = "behind " + fresh();
        adas.say(new SaveDraft(conversation, text));
        adas.say(new SaveDraft(conversation, behind));
        String heard = second.next(Drafted.class).text();
        if (heard.equals(behind)) {
            assertFalse(adas.next(NotKept.class).problem().message().isBlank());
            return null;
        }
        assertEquals(behind, second.next(Drafted.class).text());
        return heard;
    }

    private @Nullable Stored say(Body body) throws Exception {
        adas.say(new Send(fresh(), conversation, body, null, false));
        ChatServerMessage answer = next(Set.of(Stored.class, SendRefused.class));
        if (answer instanceof SendRefused refused) {
            assertFalse(refused.problem().message().isBlank());
            return null;
        }
        return (Stored) answer;
    }

    /** The answer; null where it was refused, in words. */
    private <T extends ChatServerMessage> @Nullable T ask(ChatClientMessage message, Class<T> wanted) throws Exception {
        adas.say(message);
        ChatServerMessage answer = next(Set.of(wanted, RequestFailed.class));
        if (answer instanceof RequestFailed refused) {
            assertFalse(refused.problem().message().isBlank());
            return null;
        }
        return wanted.cast(answer);
    }

    private ChatServerMessage next(Set<Class<? extends ChatServerMessage>> wanted) throws Exception {
        ChatServerMessage next = adas.next();
        while (!wanted.contains(next.getClass())) {
            next = adas.next();
        }
        return next;
    }

    /** Returns what Bob finds with that number. */
    private ChatMessage back(long seq) throws Exception {
        bobs.say(new GetHistory(fresh(), conversation, GetHistory.Side.BEFORE, seq + 1));
        return bobs.next(HistoryPage.class).messages().getLast();
    }

    private String uploaded() throws Exception {
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES));
        String announced = Wire.write(new FileHttp.NewUpload(hash, BYTES.length));
        FileHttp.Upload upload =
                Wire.read(call("POST", FileHttp.UPLOADS, announced, null).body(), FileHttp.Upload.class);
        if (!upload.complete()) {
            String path = FileHttp.UPLOAD.replace("{id}", upload.id());
            assertEquals(200, call("PATCH", path, new String(BYTES), "0").statusCode());
        }
        return hash;
    }

    private HttpResponse<String> call(String method, String path, String body, @Nullable String offset)
            throws Exception {
        URI address = URI.create(node.address() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .headers(ada.headers(method, address))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (offset != null) {
            request.header(FileHttp.OFFSET_HEADER, offset);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String fresh() {
        asked++;
        return "asked " + asked;
    }
}
