package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The README and the code say the same: hops of the walk, folders, options of the server. */
class ReadmeTest {

    private static final Path HOUSE = Path.of("../..").toAbsolutePath().normalize();
    private static final int HOPS = 9;
    private static final Pattern DRAWN = Pattern.compile("(?m)^ {4}[^:\\n]+: ([1-9]) · ");
    private static final Pattern HOP = Pattern.compile("Hop ([1-9]) of the Guest Token's way");
    private static final Pattern WAY_OUT = Pattern.compile("Way out ([1-9])");
    private static final Pattern ANY_MARK = Pattern.compile("[Hh]op [1-9] of the Guest|Way out [1-9]");
    private static final Pattern MARK_LINE =
            Pattern.compile(" \\* <p>(Hop [1-9] of the Guest Token's way|Way out [1-9])\\.");
    private static final Pattern OPTION = Pattern.compile("`(--[a-z][a-z-]+)");

    @Test
    void everyHopIsDrawnAndMarkedOnBothSides() throws IOException {
        Set<String> hops = upTo(HOPS);
        assertEquals(hops, found(DRAWN, readme()), "hops in the drawing");
        Map<String, Set<String>> modules = modulesByMark(HOP);
        assertEquals(hops, modules.keySet(), "hops in main code");
        modules.forEach((hop, where) -> assertTrue(where.size() >= 2, "hop " + hop + " is marked in " + where));
    }

    @Test
    void everyStepOfTheWayOutIsListedAndMarked() throws IOException {
        String way = readme().split("\\*\\*The way out\\*\\*", 2)[1].split("\\n\\| ", 2)[0];
        assertEquals(
                found(Pattern.compile("(?m)^([1-9])\\. "), way),
                modulesByMark(WAY_OUT).keySet());
    }

    @Test
    void classHasOneMarkOnALineOfItsOwn() throws IOException {
        for (Path file : mainFiles()) {
            List<String> marks = read(file)
                    .lines()
                    .filter(line -> ANY_MARK.matcher(line).find())
                    .toList();
            assertTrue(marks.size() <= 1, file + ": " + marks);
            marks.forEach(mark -> assertTrue(MARK_LINE.matcher(mark).matches(), file + ": " + mark));
        }
    }

    /** Returns the modules, the protocol not counted, in which each mark stands. */
    private static Map<String, Set<String>> modulesByMark(Pattern mark) throws IOException {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (Path file : mainFiles()) {
            String module = HOUSE.relativize(file).toString().replaceAll("[/\\\\]src[/\\\\].*", "");
            for (String number : found(mark, read(file))) {
                Set<String> where = modules.computeIfAbsent(number, _ -> new TreeSet<>());
                if (!module.endsWith("protocol")) {
                    where.add(module);
                }
            }
        }
        return modules;
    }

    private static List<Path> mainFiles() throws IOException {
        try (Stream<Path> walk = Files.walk(HOUSE)) {
            return walk.filter(file -> file.toString().matches(".*[/\\\\]src[/\\\\]main[/\\\\]java[/\\\\].*\\.java"))
                    .toList();
        }
    }

    private static Set<String> upTo(int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(Integer::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void listedFoldersExist() throws IOException {
        String listing = readme().split("## Where things are\\s+```\\n", 2)[1].split("```", 2)[0];
        List<String> folders =
                listing.lines().map(line -> line.split(" ", 2)[0]).toList();
        assertTrue(folders.size() >= HOPS, listing);
        assertEquals(
                List.of(),
                folders.stream()
                        .filter(folder -> !Files.isDirectory(HOUSE.resolve(folder)))
                        .toList());
    }

    @Test
    void optionsOfTheServersPagesExist() throws IOException {
        CommandLine server = ServerMain.program(Map.of());
        Set<String> known = new TreeSet<>(server.getCommandSpec().optionsMap().keySet());
        server.getSubcommands()
                .values()
                .forEach(command ->
                        known.addAll(command.getCommandSpec().optionsMap().keySet()));
        for (String page : List.of("operating.md", "scaling.md", "threats.md", "faults.md", "deploy/README.md")) {
            Set<String> named = found(OPTION, read(HOUSE.resolve("server/node").resolve(page)));
            named.removeAll(known);
            assertEquals(Set.of(), named, page);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String readme() throws IOException {
        return Files.readString(HOUSE.resolve("README.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
