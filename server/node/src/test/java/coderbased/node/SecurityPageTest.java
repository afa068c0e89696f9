package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.SessionLimits;
import coderbased.chat.ChatLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages that promise something: the tests they name exist, their numbers are the server's, their links work. */
class SecurityPageTest {

    private static final Path HOUSE = Path.of("../..").toAbsolutePath().normalize();
    private static final Path THREATS = HOUSE.resolve("server/node/threats.md");
    private static final Path FAULTS = HOUSE.resolve("server/node/faults.md");
    private static final List<Path> PAGES = List.of(
            HOUSE.resolve("README.md"),
            HOUSE.resolve(".github/SECURITY.md"),
            HOUSE.resolve(".github/CONTRIBUTING.md"),
            HOUSE.resolve("server/node/operating.md"),
            HOUSE.resolve("server/node/scaling.md"),
            HOUSE.resolve("server/node/deploy/README.md"),
            THREATS,
            FAULTS);
    private static final Pattern SOURCES = Pattern.compile("[/\\\\]src[/\\\\](test|autobahn|fuzz)[/\\\\]java[/\\\\]");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:[.#](\\w+))?`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void namedTestsExist() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        for (Path page : PAGES) {
            for (MatchResult named : matches(NAMED, page)) {
                String source = tests.getOrDefault(named.group(1), "");
                String method = named.group(2);
                if (source.isEmpty() || (method != null && !source.contains(" " + method + "("))) {
                    missing.add(page.getFileName() + ": " + named.group());
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(matches(NAMED, THREATS).size() > 50, "the threat page names its tests");
        assertTrue(matches(NAMED, FAULTS).size() > 30, "the fault page names its tests");
    }

    @Test
    void theStatedSessionLimitsAreTheServers() throws IOException {
        String page = Files.readString(THREATS);
        SessionLimits limits = SessionLimits.defaults();
        for (String promise : List.of(
                limits.phone().toDays() + " days after it last connected (`--phone-idle`)",
                limits.web().toDays() + " days after it last connected (`--web-idle`)",
                limits.withoutPhone().toDays() + " days after its phone last did (`--web-without-phone`)",
                "after " + limits.firstAdmission().toMinutes() + " minutes",
                limits.devices() + " linked desktops at most (`--device-limit`)",
                "at most " + ChatLimits.standard().perAccount() + " connections to a node")) {
            assertTrue(page.contains(promise), promise);
        }
    }

    @Test
    void linksLeadToFilesAndHeadings() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : PAGES) {
            for (MatchResult link : matches(LINK, page)) {
                Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                String anchor = link.group(2);
                if (!Files.exists(target) || (anchor != null && !anchors(target).contains(anchor))) {
                    broken.add(page.getFileName() + ": " + link.group());
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    /** Returns the anchors of a page's headings, as GitHub makes them. */
    private static List<String> anchors(Path page) throws IOException {
        return matches(HEADING, page).stream()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\s-]", "").replace(' ', '-'))
                .toList();
    }

    private static List<MatchResult> matches(Pattern pattern, Path page) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(page));
        return matcher.results().toList();
    }

    /** Returns the source of each test by its class name; two classes with one name are joined. */
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
