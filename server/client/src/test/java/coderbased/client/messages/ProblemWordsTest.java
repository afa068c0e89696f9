package coderbased.client.messages;

import static coderbased.client.messages.ClientMessages.MESSAGES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Wire;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemWordsTest {

    private static final String SERVER_TEXT = "SERVER TEXT";

    @ParameterizedTest
    @EnumSource
    void everyReasonIsWordedByTheClientWithAllItsArguments(ProblemReason reason) throws Exception {
        Map<String, Object> args = new HashMap<>();
        reason.arguments().forEach(name -> args.put(name, sample(name)));
        String sentence = ProblemWords.sentence(received(reason.name(), args));
        assertFalse(sentence.contains(SERVER_TEXT), sentence);
        assertFalse(sentence.isBlank());
        args.values().forEach(value -> assertTrue(sentence.contains(value.toString()), sentence));
        if (!reason.equals(ProblemReason.REQUEST_REFUSED) && !reason.equals(ProblemReason.LOGGED_OUT)) {
            assertEquals(english(reason, args), sentence, "the server's English says the same");
        }
    }

    @ParameterizedTest
    @EnumSource
    void logoutIsWordedByTheClient(LogoutReason reason) {
        Problem told = ProblemReason.LOGGED_OUT
                .problem()
                .with(Logout.of(reason, Initiator.USER, Instant.EPOCH))
                .worded(SERVER_TEXT);
        assertEquals(EndWords.of(reason), ProblemWords.sentence(told));
    }

    @ParameterizedTest
    @MethodSource("hostileNumbers")
    void argumentThatIsNoPlainNumberIsNotShown(@Nullable Object value) {
        Map<String, Object> args = new HashMap<>();
        args.put("maxPeople", value);
        assertCalm(new Problem(ErrorCode.TOO_BIG, "GROUP_FULL", args, SERVER_TEXT, null, null));
    }

    static List<@Nullable Object> hostileNumbers() {
        return Arrays.asList(
                null,
                -1,
                Long.MAX_VALUE,
                BigInteger.TEN.pow(19),
                1.5,
                Double.NaN,
                true,
                "64",
                "{0}",
                List.of(64),
                Map.of("maxPeople", 64));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<b>Host</b>",
                "Host\u202Etxt",
                "a\nb",
                "a\u0000b",
                "{maxPeople}",
                "'{'",
                "\uD800",
                "a\u200Bb"
            })
    void argumentThatIsNoPlainTextIsNotShown(String value) {
        assertCalm(new Problem(
                ErrorCode.BAD_REQUEST, "HEADER_REPEATED", Map.of("header", value), SERVER_TEXT, null, null));
    }

    @Test
    void hugeAndMissingArgumentsAreNotShown() {
        assertCalm(new Problem(
                ErrorCode.BAD_REQUEST, "HEADER_REPEATED", Map.of("header", "x".repeat(101)), SERVER_TEXT, null, null));
        assertCalm(new Problem(ErrorCode.BAD_REQUEST, "HEADER_REPEATED", Map.of(), SERVER_TEXT, null, null));
        assertCalm(new Problem(ErrorCode.BAD_REQUEST, "HEADER_REPEATED", null, SERVER_TEXT, null, null));
    }

    @Test
    void spareArgumentsOfANewerServerAreLeftOut() throws Exception {
        assertEquals(
                MESSAGES.text("problem.codeUsed"),
                ProblemWords.sentence(received("CODE_USED", Map.of("later", List.of(1, 2)))));
    }

    @Test
    void faultThatTheServerNamesIsShown() throws Exception {
        Wire.Malformed fault = assertThrows(Wire.Malformed.class, () -> Wire.read("{\"code\":7}", Problem.class));
        String sentence = ProblemWords.sentence(received("BODY_NOT_UNDERSTOOD", Map.of("fault", fault.getMessage())));
        assertEquals(MESSAGES.text("problem.bodyNotUnderstood", "fault", fault.getMessage()), sentence);
    }

    @Test
    void reasonOfANewerServerIsShownInTheServersWords() throws Exception {
        assertEquals(SERVER_TEXT, ProblemWords.sentence(received("MADE_LATER", Map.of("max", 1))));
    }

    @Test
    void wordsOfANewerServerAreShortAndVisible() {
        assertEquals("Stop it.", byServer(" Stop\u202E\u0000 it.\n"));
        assertEquals(
                300,
                byServer("😀".repeat(5_000))
                        .codePointCount(0, byServer("😀".repeat(5_000)).length()));
        assertEquals(MESSAGES.text("problem.general"), byServer("\u200B\u202E"));
        assertEquals(MESSAGES.text("problem.general"), byServer(""));
    }

    private static String byServer(String message) {
        return ProblemWords.sentence(new Problem(ErrorCode.NOT_ALLOWED, "MADE_LATER", null, message, null, null));
    }

    private static void assertCalm(Problem told) {
        assertEquals("The server refused this request. Try again later.", ProblemWords.sentence(told));
    }

    private static Problem received(String reason, Map<String, Object> args) throws Wire.Malformed {
        Problem sent = new Problem(ErrorCode.BAD_REQUEST, reason, args, SERVER_TEXT, null, null);
        return Wire.read(Wire.write(sent), Problem.class);
    }

    private static Object sample(String name) {
        return switch (name) {
            case "codePoint" -> "U+202E";
            case "fault" -> "not a Login: it has a field too many";
            case "header" -> "Content-Type";
            case "type" -> "application/json";
            case "until" -> "2026-11-30T12:00:00Z";
            case "over" -> 480;
            default -> 20_480;
        };
    }

    private static String english(ProblemReason reason, Map<String, Object> args) {
        Object[] given = args.entrySet().stream()
                .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
                .toArray();
        return reason.problem(given).message();
    }
}
