package coderbased.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    private static final ChatMessage MESSAGE =
            new ChatMessage("c1", 7, "m1", "a1", AT, new Body.Text("hé\n\u0000\uD83D\uDE00 \u202E\"<>"));
    private static final ConversationSummary SUMMARY =
            new ConversationSummary("c1", List.of(CONTACT), 7, MESSAGE, 5, 6);
    private static final Logout LOGOUT = new Logout(LogoutReason.ACCOUNT_BANNED, Initiator.ADMIN, AT, AT, "spam");

    static Stream<Object> everyMessage() {
        return Stream.of(
                new GuestClientMessage.Hello(1, FACTS, KEY),
                new GuestClientMessage.EnterNumber("42"),
                new GuestClientMessage.Cancel(),
                new GuestServerMessage.ShowCode("CBC:1:X", "ABCD-EFGH", 1, 6, 60_000),
                new GuestServerMessage.Scanned("Ada", true, 120_000),
                new GuestServerMessage.WebAuthToken("t", "s", PROFILE, "SERVER"),
                new GuestServerMessage.Ended(LinkEnd.DENIED),
                new GuestServerMessage.Disconnecting(DisconnectReason.SLOW_DOWN, 10),
                new ChatClientMessage.Authenticate(1, "t", "p"),
                new ChatClientMessage.Resume(Map.of("c1", 7L)),
                new ChatClientMessage.OpenDirect("r1", "a2"),
                new ChatClientMessage.Send("m1", "c1", new Body.Text("hello")),
                new ChatClientMessage.GetHistory("r2", "c1", 100),
                new ChatClientMessage.MarkRead("c1", 7),
                new ChatServerMessage.Challenge("SERVER", "n"),
                new ChatServerMessage.Admitted("t2", "s", PROFILE),
                new ChatServerMessage.LoggedOut(LOGOUT),
                new ChatServerMessage.LoggedOut(Logout.of(LogoutReason.UNLINKED, Initiator.USER, AT)),
                new ChatServerMessage.Disconnecting(DisconnectReason.SERVER_RESTART, 500),
                new ChatServerMessage.Overview(List.of(CONTACT), List.of(SUMMARY)),
                new ChatServerMessage.Batch("c1", List.of(MESSAGE)),
                new ChatServerMessage.CaughtUp(),
                new ChatServerMessage.ContactChanged(CONTACT),
                new ChatServerMessage.ConversationChanged(SUMMARY),
                new ChatServerMessage.Opened("r1", SUMMARY),
                new ChatServerMessage.Said(MESSAGE),
                new ChatServerMessage.Stored("m1", "c1", 7, AT),
                new ChatServerMessage.SendRefused("m1", ErrorCode.TOO_BIG, "too long"),
                new ChatServerMessage.HistoryPage("r2", "c1", List.of(MESSAGE), true),
                new ChatServerMessage.Read("c1", "a2", 7),
                new ChatServerMessage.RequestFailed("r1", ErrorCode.NOT_FOUND, "nobody"),
                new ChatServerMessage.LinkChanged(new LinkStatus("l1", LinkStatus.Step.ENDED, LinkEnd.DENIED, null)),
                new ChatServerMessage.DevicesChanged());
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void comesBackAsItWasSent(Object message) throws Exception {
        Class<?> sealed = message.getClass().getInterfaces()[0];
        assertEquals(message, Wire.read(Wire.write(message), sealed));
    }

    @Test
    void everyMessageHasAFixtureAndAWireNameOfItsOwn() {
        Set<Class<?>> fixtures = new HashSet<>();
        everyMessage().forEach(message -> fixtures.add(message.getClass()));
        Set<Class<?>> declared = new HashSet<>();
        for (Class<?> sealed : List.of(
                GuestClientMessage.class, GuestServerMessage.class, ChatClientMessage.class, ChatServerMessage.class)) {
            declared.addAll(Arrays.asList(sealed.getPermittedSubclasses()));
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
        assertFalse(
                new ChatClientMessage.Authenticate(1, "secret", "p").toString().contains("secret"));
        assertFalse(new ChatServerMessage.Admitted("secret", "s", PROFILE)
                .toString()
                .contains("secret"));
        assertFalse(new GuestServerMessage.WebAuthToken("secret", "s", PROFILE, "X")
                .toString()
                .contains("secret"));
        assertFalse(new GuestServerMessage.ShowCode("secret", "secret", 1, 6, 1)
                .toString()
                .contains("secret"));
        assertTrue(new AuthHttp.SignIn("ada", "secret", FACTS, KEY).toString().contains("ada"));
        assertFalse(new AuthHttp.SignIn("ada", "secret", FACTS, KEY).toString().contains("secret"));
        assertFalse(new AuthHttp.SignUp("ada", "Ada", "secret", FACTS, KEY)
                .toString()
                .contains("secret"));
        assertFalse(
                new AuthHttp.SignedIn("secret", "s", PROFILE, "X").toString().contains("secret"));
        assertFalse(new AuthHttp.ChangePassword("secret", "secret").toString().contains("secret"));
        assertFalse(new AuthHttp.ConfirmPassword("secret").toString().contains("secret"));
        assertFalse(new AuthHttp.ClaimCode("secret", "secret").toString().contains("secret"));
    }
}
