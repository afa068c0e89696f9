package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.SessionLimits;
import coderbased.chat.ChatLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The security page promises what tests show: every test that it names is there. */
class SecurityPageTest {

    private static final Path HOUSE = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern SOURCES = Pattern.compile("[/\\\\]src[/\\\\](test|autobahn|fuzz)[/\\\\]java[/\\\\]");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(Files.readString(HOUSE.resolve(".github/SECURITY.md")));
        int count = 0;
        while (named.find()) {
            count++;
            String source = tests.getOrDefault(named.group(1), "");
            String method = named.group(2);
            if (source.isEmpty() || (method != null && !source.contains(" " + method + "("))) {
                missing.add(named.group());
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(count > 50, "the page names its tests: " + count);
    }

    @Test
    void theLifetimesThatItNamesAreThoseOfTheServer() throws IOException {
        String page = Files.readString(HOUSE.resolve(".github/SECURITY.md"));
        SessionLimits limits = SessionLimits.defaults();
        for (String promise : List.of(
                limits.phone().toDays() + " days after it last connected (`--phone-idle`)",
                limits.web().toDays() + " days after it last connected (`--web-idle`)",
                limits.withoutPhone().toDays() + " days after its phone last did (`--web-without-phone`)",
                "after " + limits.firstAdmission().toMinutes() + " minutes",
                limits.devices() + " linked desktops at most (`--device-limit`)",
                ChatLimits.standard().perAccount() + " connections to a node")) {
            assertTrue(page.contains(promise), promise);
        }
    }

    /** The sources of all tests of the house, by class; of two with one name, both. */
    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> walk = Files.walk(HOUSE)) {
            return walk.filter(file -> SOURCES.matcher(file.toString()).find())
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityPageTest::read,
                            String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
