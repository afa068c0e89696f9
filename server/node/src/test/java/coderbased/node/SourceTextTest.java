package coderbased.node;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The text of the code: the width of its lines, the words that comments begin with, and the names of types. */
final class SourceTextTest {

    private static final Path HOUSE = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern MAIN = Pattern.compile(".*[/\\\\]src[/\\\\]main[/\\\\]java[/\\\\].*\\.java");
    private static final Pattern ANY = Pattern.compile(".*[/\\\\]src[/\\\\][a-z]+[/\\\\]java[/\\\\].*\\.java");
    private static final Pattern SAME_IN_ALL = Pattern.compile(".*[/\\\\](Main|package-info|module-info)\\.java");
    /** Both apps may name a screen of theirs alike. */
    private static final List<String> APPS = List.of("desktop-client", "phone-emulator");

    private static final int MAX_WIDTH = 120;
    private static final String QUESTION_WORD = "(What|Whether|Who|Whoever|Whose|Whom|Where|When|Which|Why|How)\\b.*";
    private static final Pattern QUESTION = Pattern.compile("^\\s*/\\*\\* " + QUESTION_WORD);
    private static final Pattern OPENING = Pattern.compile("^\\s*/\\*\\*$");
    private static final Pattern QUESTION_BELOW = Pattern.compile("^\\s*\\* " + QUESTION_WORD);
    private static final Pattern CAN_NOT = Pattern.compile(".*\\b[Cc]an not\\b.*");

    @Test
    void linesFitTheWidthOfTheEditor() throws IOException {
        assertEquals(List.of(), linesThat(ANY, line -> line.codePointCount(0, line.length()) > MAX_WIDTH));
    }

    @Test
    void cannotIsOneWord() throws IOException {
        assertEquals(List.of(), linesThat(ANY, CAN_NOT.asMatchPredicate()));
    }

    @Test
    void commentsSayWhatAThingIsAndDoNotAsk() throws IOException {
        assertEquals(List.of(), linesThat(ANY, QUESTION.asMatchPredicate()));
        List<String> below = files(ANY)
                .flatMap(file -> {
                    List<String> lines = lines(file);
                    return IntStream.range(1, lines.size())
                            .filter(i -> OPENING.matcher(lines.get(i - 1)).matches()
                                    && QUESTION_BELOW.matcher(lines.get(i)).matches())
                            .mapToObj(i -> place(file, i));
                })
                .toList();
        assertEquals(List.of(), below);
    }

    @Test
    void everyNameOfATypeHasOneMeaning() throws IOException {
        Map<String, List<String>> modules = files(MAIN)
                .filter(file -> !SAME_IN_ALL.matcher(file.toString()).matches())
                .collect(groupingBy(file -> file.getFileName().toString(), mapping(SourceTextTest::module, toList())));
        assertEquals(
                Set.of(),
                modules.entrySet().stream()
                        .filter(name -> name.getValue().size() > 1
                                && !APPS.equals(
                                        name.getValue().stream().sorted().toList()))
                        .map(Map.Entry::getKey)
                        .collect(toSet()));
    }

    private static String module(Path file) {
        return HOUSE.relativize(file).getName(0).toString().equals("server")
                ? HOUSE.relativize(file).getName(1).toString()
                : HOUSE.relativize(file).getName(0).toString();
    }

    private static List<String> linesThat(Pattern where, Predicate<String> wrong) throws IOException {
        return files(where)
                .flatMap(file -> {
                    List<String> lines = lines(file);
                    return IntStream.range(0, lines.size())
                            .filter(i -> wrong.test(lines.get(i)))
                            .mapToObj(i -> place(file, i));
                })
                .toList();
    }

    private static Stream<Path> files(Pattern where) throws IOException {
        try (Stream<Path> walk = Files.walk(HOUSE)) {
            return walk.filter(file -> where.matcher(file.toString()).matches()).toList().stream();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Path file, int line) {
        return HOUSE.relativize(file) + ":" + (line + 1);
    }
}
