package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bundles of sentences of all modules, held against the code that looks them up. */
final class SentencesTest {

    private static final Path HOUSE = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern BUNDLE = Pattern.compile("(.*)/src/main/resources/.*/messages\\.properties");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+");
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9]+)\\.(\\S+) = .*");
    private static final Pattern ARGUMENT = Pattern.compile("[a-z][A-Za-z]*");

    /** Literals of several words that no person reads: names of threads and programs, words of other programs. */
    private static final Set<String> UNREAD = Set.of(
            "hang up",
            "its key is not in the keychain, or the file was changed",
            "its content is not a login",
            "no stored credentials match",
            "error code 1168",
            "could not be found in the keychain",
            "Coderbased Chat",
            "skin tone",
            "a group event has no bubble",
            "Unsupported JavaFX configuration",
            "This text fits no QR code.",
            "Coderbased Chat desktop",
            "Coderbased Desktop ");

    /** Classes whose sentences are in metrics and in the log alone. */
    private static final Set<String> LOGGED = Set.of("Metrics.java", "Node.java");

    /** Begins of what the log says of lost files, and two words of files. */
    private static final Set<String> LOST_FILES =
            Set.of("Restore it from a copy", "Restart the server. Until", "on its way", "in development");

    @TestFactory
    Stream<DynamicTest> noSentenceIsLeftInCode() {
        return Stream.of("server/client", "server/client-fx", "desktop-client")
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    Set<String> left = codeOf(HOUSE.resolve(module)).left;
                    left.removeAll(UNREAD);
                    assertEquals(Set.of(), left, "a sentence that a person reads belongs into the bundle");
                }));
    }

    @Test
    void noSentenceOfTheCommandLineIsLeftInCode() throws IOException {
        try (Stream<Path> sources = Files.list(HOUSE.resolve("server/node/src/main/java/coderbased/node"))) {
            Set<String> left = SentenceCalls.of(sources.filter(
                                    file -> file.toString().endsWith(".java"))
                            .filter(file -> !LOGGED.contains(file.getFileName().toString())))
                    .left;
            left.removeIf(text -> LOST_FILES.stream().anyMatch(text::startsWith));
            assertEquals(Set.of(), left, "a sentence that a person reads belongs into the bundle");
        }
    }

    @TestFactory
    Stream<DynamicTest> bundleAndCodeAgree() throws IOException {
        return bundles().stream()
                .map(bundle -> DynamicTest.dynamicTest(HOUSE.relativize(bundle).toString(), () -> {
                    Map<String, Set<String>> texts = argumentsByKey(bundle);
                    SentenceCalls code = codeOf(moduleOf(bundle));
                    assertEquals(Set.of(), unknownKeys(texts, code), "keys in the code that the bundle lacks");
                    assertEquals(Set.of(), unusedKeys(texts, code), "keys in the bundle that no code names");
                    assertEquals(
                            List.of(), wrongArguments(texts, code), "arguments that differ from those of the text");
                    assertEquals(List.of(), code.keptInStaticFields, "a sentence is looked up when it is shown");
                }));
    }

    @TestFactory
    Stream<DynamicTest> bundleIsInOrder() throws IOException {
        return bundles().stream()
                .map(bundle -> DynamicTest.dynamicTest(HOUSE.relativize(bundle).toString(), () -> {
                    assertEquals(List.of(), outOfOrder(Files.readAllLines(bundle)));
                    List<String> badNames = new ArrayList<>();
                    argumentsByKey(bundle).forEach((key, names) -> {
                        if (!KEY.matcher(key).matches()
                                || !names.stream()
                                        .allMatch(name -> ARGUMENT.matcher(name).matches())) {
                            badNames.add(key + names);
                        }
                    });
                    assertEquals(List.of(), badNames, "keys name screen and part, arguments have names");
                }));
    }

    private static Set<String> unknownKeys(Map<String, Set<String>> texts, SentenceCalls code) {
        Set<String> unknown = new TreeSet<>();
        code.calls.forEach(call -> unknown.addAll(call.keys()));
        unknown.removeAll(texts.keySet());
        return unknown;
    }

    private static Set<String> unusedKeys(Map<String, Set<String>> texts, SentenceCalls code) {
        Set<String> unused = new TreeSet<>(texts.keySet());
        unused.removeAll(code.literals);
        return unused;
    }

    private static List<String> wrongArguments(Map<String, Set<String>> texts, SentenceCalls code) {
        List<String> wrong = new ArrayList<>();
        for (SentenceCalls.Call call : code.calls) {
            for (String key : call.keys()) {
                if (!call.names().equals(texts.getOrDefault(key, call.names()))) {
                    wrong.add(call.file() + ": " + key + call.names() + ", the text has " + texts.get(key));
                }
            }
        }
        return wrong;
    }

    /** Lists lines that break the order: a comment opens each group, groups and keys follow the alphabet. */
    private static List<String> outOfOrder(List<String> lines) {
        List<String> wrong = new ArrayList<>();
        String group = "";
        String last = "";
        boolean opened = false;
        boolean continued = false;
        for (String line : lines) {
            Matcher key = ENTRY.matcher(line);
            if (line.startsWith("#")) {
                opened = true;
            } else if (!continued && !line.isBlank()) {
                String of = key.matches() ? key.group(1) : "";
                String name = key.matches() ? key.group(2) : "";
                boolean inOrder =
                        of.equals(group) ? !opened && name.compareTo(last) > 0 : opened && of.compareTo(group) > 0;
                if (!inOrder) {
                    wrong.add(line);
                }
                group = of;
                last = name;
                opened = false;
            }
            continued = line.endsWith("\\") && !line.startsWith("#");
        }
        return wrong;
    }

    private static Map<String, Set<String>> argumentsByKey(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        }
        Map<String, Set<String>> arguments = new TreeMap<>();
        texts.forEach((key, text) -> arguments.put((String) key, Messages.argumentNames((String) text)));
        return arguments;
    }

    private static Path moduleOf(Path bundle) {
        Matcher module = BUNDLE.matcher(bundle.toString().replace('\\', '/'));
        if (!module.matches()) {
            throw new IllegalStateException(bundle.toString());
        }
        return Path.of(module.group(1));
    }

    private static SentenceCalls codeOf(Path module) throws IOException {
        try (Stream<Path> sources = Files.walk(module.resolve(Path.of("src", "main", "java")))) {
            return SentenceCalls.of(sources.filter(file -> file.toString().endsWith(".java")));
        }
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> walk = Files.walk(HOUSE)) {
            return walk.filter(file ->
                            BUNDLE.matcher(file.toString().replace('\\', '/')).matches())
                    .toList();
        }
    }
}
