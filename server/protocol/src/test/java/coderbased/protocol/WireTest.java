package coderbased.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private static final Instant AT = Instant.parse("2026-11-01T12:00:00.123456Z");
    private static final DeviceFacts FACTS = new DeviceFacts("Office PC", "Coderbased Desktop 0.1.0", "Linux");
    private static final DeviceKey KEY = new DeviceKey("EC", "P-256", "x", "y");
    private static final Profile PROFILE = new Profile("a1", "ada", "Ada");
    private static final Contact CONTACT = new Contact("a2", "bob", "Bob");
    private static final Body TEXT = new Body.Text("hé\n\u0000\uD83D\uDE00 \u202E\"<>");
    private static final Body FILE =
            new Body.File("ab12", "a.png", "image/png", 12, new Body.Preview(640, 480, "/9j/"), "look");
    private static final ChatMessage MESSAGE = ChatMessage.plain("c1", 7, 9, "m1", "a1", AT, TEXT);
    private static final ChatMessage CHANGED = new ChatMessage(
            "c1",
            8,
            12,
            "m2",
            "a2",
            AT,
            FILE,
            new ChatMessage.Quote(7, "a1", new Body.Deleted()),
            true,
            AT,
            List.of(new ChatMessage.Reaction("\uD83D\uDC4D", List.of("a1", "a2"))));
    private static final ChatMessage GROUP_EVENT = ChatMessage.plain(
            "c1", 9, 13, "m3", "a1", AT, new Body.GroupEvent(GroupEventKind.ADDED, List.of("a2"), null));
    private static final ConversationSummary SUMMARY = new ConversationSummary(
            "c1",
            new ConversationSummary.Group("Team", "ab12"),
            List.of(new ConversationSummary.Member("a1", true, 7, 5)),
            List.of(CONTACT),
            3,
            9,
            13,
            GROUP_EVENT,
            new ConversationSettings(true, false, AT),
            "a draft",
            List.of("a1"),
            List.of(new ConversationSummary.Departed(8, 8, 6)));
    private static final ConversationSummary EMPTY = new ConversationSummary(
            "c2", null, List.of(), List.of(CONTACT), 1, 0, 0, null, ConversationSettings.DEFAULT, "");
    private static final Logout LOGOUT = new Logout(LogoutReason.ACCOUNT_BANNED, Initiator.ADMIN, AT, AT, "spam");

    static Stream<Object> everyMessage() {
        return Stream.of(
                new GuestClientMessage.Hello(1, FACTS, KEY),
                new GuestClientMessage.EnterNumber(new Secret("42")),
                new GuestClientMessage.Cancel(),
                new GuestServerMessage.ShowCode(new Secret("CBC:1:X"), new Secret("ABCD-EFGH"), 1, 6, 60_000),
                new GuestServerMessage.Scanned("Ada", true, 120_000),
                new GuestServerMessage.WebAuthToken(new Secret("t"), "s", PROFILE, "SERVER"),
                new GuestServerMessage.Ended(LinkEnd.DENIED),
                new GuestServerMessage.Disconnecting(DisconnectReason.SLOW_DOWN, 10),
                new ChatClientMessage.Authenticate(1, new Secret("t"), new Secret("p")),
                new ChatClientMessage.Resume(Map.of("c1", 7L)),
                new ChatClientMessage.OpenDirect("r1", "a2"),
                new ChatClientMessage.Send("m1", "c1", TEXT, null, false),
                new ChatClientMessage.Send("m2", "c1", FILE, 7L, true),
                new ChatClientMessage.StartOver(),
                new ChatClientMessage.Edit("r2", "c1", 7, "better"),
                new ChatClientMessage.Delete("r3", "c1", 7),
                new ChatClientMessage.React("r4", "c1", 7, "\uD83D\uDC4D"),
                new ChatClientMessage.React("r5", "c1", 7, null),
                new ChatClientMessage.CreateGroup("r6", "Team", List.of("a2")),
                new ChatClientMessage.AnswerInvitation("r6", "c1", true),
                new ChatClientMessage.ChangeGroup("r7", "c1", new GroupChange.Rename("Crew")),
                new ChatClientMessage.ChangeGroup("r7", "c1", new GroupChange.SetPicture(null)),
                new ChatClientMessage.ChangeGroup("r7", "c1", new GroupChange.Add(List.of("a2"))),
                new ChatClientMessage.ChangeGroup("r7", "c1", new GroupChange.Remove("a2")),
                new ChatClientMessage.ChangeGroup("r7", "c1", new GroupChange.SetAdmin("a2", true)),
                new ChatClientMessage.ChangeGroup("r7", "c1", new GroupChange.Leave()),
                new ChatClientMessage.GetReceipts("r11", "c1", 7),
                new ChatClientMessage.GetHistory("r8", "c1", ChatClientMessage.GetHistory.Side.BEFORE, 100),
                new ChatClientMessage.Search("r9", "hello wor", "c1", "p2"),
                new ChatClientMessage.Search("r9", "hello wor", null, null),
                new ChatClientMessage.FindPeople("r10", "ad"),
                new ChatClientMessage.MarkDelivered("c1", 7),
                new ChatClientMessage.MarkRead("c1", 7),
                new ChatClientMessage.SaveSettings("c1", new ConversationSettings(true, true, AT)),
                new ChatClientMessage.SaveDraft("c1", "half a"),
                new ChatClientMessage.Typing("c1", true),
                new ChatClientMessage.Watch(List.of("a2")),
                new ChatServerMessage.Challenge("SERVER", "n"),
                new ChatServerMessage.Admitted(new Secret("t2"), "s", PROFILE, LinkChoices.FULL, null),
                new ChatServerMessage.Admitted(
                        new Secret("t2"), "s", PROFILE, new LinkChoices(AT, true, true), "Office PC"),
                new ChatServerMessage.LoggedOut(LOGOUT),
                new ChatServerMessage.LoggedOut(Logout.of(LogoutReason.UNLINKED, Initiator.USER, AT)),
                new ChatServerMessage.Disconnecting(DisconnectReason.SERVER_RESTART, 500),
                new ChatServerMessage.Resuming(2, 3),
                new ChatServerMessage.Overview(List.of(SUMMARY, EMPTY)),
                new ChatServerMessage.Batch("c1", List.of(MESSAGE, CHANGED, GROUP_EVENT)),
                new ChatServerMessage.CaughtUp(),
                new ChatServerMessage.ContactChanged(CONTACT),
                new ChatServerMessage.ConversationChanged(SUMMARY),
                new ChatServerMessage.ConversationGone("c1"),
                new ChatServerMessage.Invitations(0, List.of()),
                new ChatServerMessage.Invitations(
                        4,
                        List.of(new GroupInvitation(
                                "c1", new ConversationSummary.Group("Team", null), CONTACT, 3, AT))),
                new ChatServerMessage.Opened("r1", SUMMARY),
                new ChatServerMessage.Done("r1", 12),
                new ChatServerMessage.MessageChanged(MESSAGE),
                new ChatServerMessage.Stored("m1", "c1", 7, AT),
                new ChatServerMessage.SendRefused("m1", Problem.of(ErrorCode.TOO_BIG, "too long")),
                new ChatServerMessage.SendRefused(
                        "m1", Problem.of(ErrorCode.SLOW_DOWN, "wait").retryAfter(5_000L)),
                new ChatServerMessage.HistoryPage("r2", "c1", List.of(MESSAGE), true, false),
                new ChatServerMessage.Found("r9", List.of(MESSAGE), "p2"),
                new ChatServerMessage.MessageReceipts(
                        "r11",
                        List.of(
                                new MemberReceipt("a2", true, true, true, AT, AT),
                                new MemberReceipt("a3", false, false, false, null, null))),
                new ChatServerMessage.PeopleFound("r10", List.of(CONTACT)),
                new ChatServerMessage.MarkersMoved("c1", "a2", 7, 6),
                new ChatServerMessage.SettingsChanged("c1", ConversationSettings.DEFAULT),
                new ChatServerMessage.Drafted("c1", "half a"),
                new ChatServerMessage.NotKept("c1", Problem.of(ErrorCode.TOO_BIG, "too long")),
                new ChatServerMessage.TypingChanged("c1", "a2", true),
                new ChatServerMessage.PresenceChanged("a2", false, AT),
                new ChatServerMessage.RequestFailed("r1", Problem.of(ErrorCode.NOT_FOUND, "nobody")),
                new ChatServerMessage.RequestFailed(
                        "r1", Problem.of(ErrorCode.LIMIT_REACHED, "tomorrow").retryAfter(5_000L)),
                new ChatServerMessage.LinkChanged(new LinkStatus("l1", LinkStatus.Step.ENDED, LinkEnd.DENIED, null)),
                new ChatServerMessage.NewLinks(List.of(new NewLink("s1", FACTS, "192.0.2.1", AT))),
                new ChatServerMessage.DeviceNamed("Hall"),
                new ChatServerMessage.DevicesChanged());
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void comesBackAsItWasSent(Object message) throws Exception {
        Class<?> sealed = message.getClass().getInterfaces()[0];
        assertEquals(message, Wire.read(Wire.write(message), sealed));
    }

    @Test
    void halfACharacterTravelsAsItselfAndNotAsAnother() throws Exception {
        for (String half : List.of("\uD83D", "\uDE00", "a\uD83Db\uD83D\uDE00\uDE00", "\uDE00\uD83D")) {
            String json = Wire.write(new ChatClientMessage.SaveDraft("c1", half));
            assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(json), "any network carries it");
            assertEquals(new ChatClientMessage.SaveDraft("c1", half), Wire.read(json, ChatClientMessage.class));
        }
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WireTest::records)
                : Stream.of(type);
    }

    /** Devices that were linked without history see these cut. */
    @Test
    void everyMessageWithMessagesInItIsOfTheFamilyThatCarriesThem() {
        List<Class<?>> elsewhere = records(ChatServerMessage.class)
                .filter(type -> !ChatServerMessage.CarryingMessage.class.isAssignableFrom(type))
                .filter(type -> Arrays.stream(type.getRecordComponents())
                        .map(field -> field.getGenericType().getTypeName())
                        .anyMatch(name -> name.contains(ChatMessage.class.getName())
                                || name.contains(ConversationSummary.class.getName())))
                .toList();
        assertEquals(List.of(), elsewhere);
    }

    @Test
    void everyMessageHasAFixtureAndAWireNameOfItsOwn() {
        Set<Class<?>> fixtures = new HashSet<>();
        everyMessage().forEach(message -> fixtures.add(message.getClass()));
        Set<Class<?>> declared = new HashSet<>();
        for (Class<?> sealed : List.of(
                GuestClientMessage.class, GuestServerMessage.class, ChatClientMessage.class, ChatServerMessage.class)) {
            records(sealed).forEach(declared::add);
        }
        assertEquals(declared, fixtures);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"type\":\"fly\"}",
                "{\"type\":\"number\"}",
                "{\"type\":\"number\",\"number\":null}",
                "{\"type\":\"number\",\"number\":42}",
                "{\"type\":\"number\",\"number\":\"42\",\"number\":\"43\"}",
                "{\"type\":\"number\",\"number\":\"42\",\"more\":1}",
                "{\"type\":\"number\",\"number\":\"42\"} {}",
                "{\"type\":\"number\",\"number\":[[[[[[[[[[[[1]]]]]]]]]]]]}",
                "{\"type\":\"hello\",\"protocol\":\"1\",\"device\":{},\"key\":{}}",
                "{\"type\":\"number\",\"number\":\"42\"",
            })
    void refusesWhatIsNoGuestMessage(String json) {
        assertThrows(Wire.Malformed.class, () -> Wire.read(json, GuestClientMessage.class));
    }

    @Test
    void aMalformedTokenIsNotRepeatedInTheComplaint() {
        Wire.Malformed refused = assertThrows(
                Wire.Malformed.class,
                () -> Wire.read(
                        "{\"type\":\"authenticate\",\"protocol\":\"secret-token\",\"token\":1}",
                        ChatClientMessage.class));
        assertFalse(refused.getMessage().contains("secret-token"), refused.getMessage());
    }

    @Test
    void noMessageShowsATokenWhenItIsLogged() {
        assertFalse(new ChatClientMessage.Authenticate(1, new Secret("secret"), new Secret("p"))
                .toString()
                .contains("secret"));
        assertFalse(new ChatServerMessage.Admitted(new Secret("secret"), "s", PROFILE, LinkChoices.FULL, null)
                .toString()
                .contains("secret"));
        assertFalse(new GuestServerMessage.WebAuthToken(new Secret("secret"), "s", PROFILE, "X")
                .toString()
                .contains("secret"));
        assertFalse(new GuestServerMessage.ShowCode(new Secret("secret"), new Secret("secret"), 1, 6, 1)
                .toString()
                .contains("secret"));
        assertTrue(new AuthHttp.SignIn("ada", new Secret("secret"), FACTS, KEY)
                .toString()
                .contains("ada"));
        assertFalse(new AuthHttp.SignIn("ada", new Secret("secret"), FACTS, KEY)
                .toString()
                .contains("secret"));
        assertFalse(new AuthHttp.SignUp("ada", "Ada", new Secret("secret"), FACTS, KEY)
                .toString()
                .contains("secret"));
        assertFalse(new AuthHttp.SignedIn(new Secret("secret"), "s", PROFILE, "X")
                .toString()
                .contains("secret"));
        assertFalse(new AuthHttp.ChangePassword(new Secret("secret"), new Secret("secret"))
                .toString()
                .contains("secret"));
        assertFalse(
                new AuthHttp.ConfirmPassword(new Secret("secret")).toString().contains("secret"));
        assertFalse(new AuthHttp.ClaimCode(new Secret("secret"), new Secret("secret"))
                .toString()
                .contains("secret"));
    }

    /**
     * A missing field has a meaning, mostly "no limit". A malformed field never has the same meaning.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" \"",
                "\"tomorrow\"",
                "\"2026-05-01\"",
                "0",
                "1.5",
                "\"1777777777\"",
                "false",
                "[]",
                "[null]",
                "{}"
            })
    void aMalformedMomentIsNotForEver(String until) throws Wire.Malformed {
        assertThrows(
                Wire.Malformed.class,
                () -> Wire.read(
                        "{\"readOnly\":false,\"withoutHistory\":false,\"until\":" + until + "}", LinkChoices.class));
        assertThrows(Wire.Malformed.class, () -> Wire.read("{\"until\":" + until + "}", AuthHttp.Ban.class));
        assertThrows(
                Wire.Malformed.class,
                () -> Wire.read(
                        "{\"pinned\":true,\"archived\":true,\"mutedUntil\":" + until + "}",
                        ConversationSettings.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "\"1\"", "1.5", "true", "[]", "{}"})
    void aMalformedNumberIsNotNone(String replyTo) {
        assertThrows(
                Wire.Malformed.class,
                () -> Wire.read(
                        "{\"type\":\"send\",\"clientMessageId\":\"m\",\"conversationId\":\"c\","
                                + "\"body\":{\"type\":\"text\",\"text\":\"t\"},\"forwarded\":false,\"replyTo\":"
                                + replyTo + "}",
                        ChatClientMessage.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"false\"", "\"true\"", "0", "1", "0.0", "[]", "{}", "null"})
    void aMalformedYesOrNoIsNeither(String readOnly) {
        assertThrows(
                Wire.Malformed.class,
                () -> Wire.read("{\"withoutHistory\":false,\"readOnly\":" + readOnly + "}", LinkChoices.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "[]", "0", "false"})
    void aMalformedObjectIsNotNone(String preview) {
        assertThrows(
                Wire.Malformed.class,
                () -> Wire.read(
                        "{\"type\":\"file\",\"sha256\":\"a\",\"name\":\"n\",\"mediaType\":\"m\",\"size\":1,"
                                + "\"caption\":\"\",\"preview\":" + preview + "}",
                        Body.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"watch\",\"accountIds\":[null]}",
                "{\"type\":\"watch\",\"accountIds\":[\"a1\",null]}",
                "{\"type\":\"resume\",\"have\":{\"c1\":null}}",
                "{\"type\":\"resume\",\"have\":{\"c1\":1,\"c1\":2}}",
                "{\"type\":\"create-group\",\"requestId\":\"r\",\"name\":\"n\",\"accountIds\":[null]}",
                "{\"type\":\"change-group\",\"requestId\":\"r\",\"conversationId\":\"c\","
                        + "\"change\":{\"type\":\"add\",\"accountIds\":[null]}}"
            })
    void aNullOrARepeatedKeyWithinAListOrMapIsRefused(String json) {
        assertThrows(Wire.Malformed.class, () -> Wire.read(json, ChatClientMessage.class));
    }

    @Test
    void theSameFramesWithValuesAreRead() throws Wire.Malformed {
        Wire.read("{\"type\":\"watch\",\"accountIds\":[\"a1\"]}", ChatClientMessage.class);
        Wire.read("{\"type\":\"resume\",\"have\":{\"c1\":1}}", ChatClientMessage.class);
        Wire.read(
                "{\"type\":\"create-group\",\"requestId\":\"r\",\"name\":\"n\",\"accountIds\":[\"a1\"]}",
                ChatClientMessage.class);
        Wire.read(
                "{\"type\":\"change-group\",\"requestId\":\"r\",\"conversationId\":\"c\","
                        + "\"change\":{\"type\":\"add\",\"accountIds\":[\"a1\"]}}",
                ChatClientMessage.class);
    }

    @Test
    void noRecordListOrMapOfTheProtocolHoldsNull() {
        String summary = Wire.write(SUMMARY);
        for (String list : List.of("members", "people", "invited", "departed")) {
            String damaged = summary.replaceFirst("\"" + list + "\":\\[", "\"" + list + "\":[null,");
            assertFalse(damaged.equals(summary), list);
            assertThrows(Wire.Malformed.class, () -> Wire.read(damaged, ConversationSummary.class));
        }
        assertThrows(
                Wire.Malformed.class,
                () -> Wire.read("{\"type\":\"overview\",\"conversations\":[null]}", ChatServerMessage.class));
        assertThrows(Wire.Malformed.class, () -> Wire.read("{\"entries\":[null]}", LinkHistory.class));
    }

    @Test
    void writesComponentsOfARecordAlone() {
        assertEquals("{\"name\":\"ada\",\"isOld\":true}", Wire.write(new MarkersMoved("ada", true)));
    }

    /** Its public method looks like a property, and is none. */
    public record MarkersMoved(String name, boolean isOld) {

        public boolean isMarked() {
            return true;
        }
    }
}
