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
    private static final Pattern MARKED = Pattern.compile("Hop ([1-9]) of the Guest Token's way");
    private static final Pattern OPTION = Pattern.compile("`(--[a-z][a-z-]+)");

    @Test
    void everyHopIsDrawnAndMarkedInMainCode() throws IOException {
        Set<String> hops = IntStream.rangeClosed(1, HOPS)
                .mapToObj(Integer::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(hops, found(DRAWN, readme()), "hops in the drawing");
        Set<String> marked = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(HOUSE)) {
            walk.filter(file -> file.toString().matches(".*[/\\\\]src[/\\\\]main[/\\\\]java[/\\\\].*\\.java"))
                    .forEach(file -> marked.addAll(found(MARKED, unwrapped(read(file)))));
        }
        assertEquals(hops, marked, "hops in main code");
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

    /** Returns the text with the line breaks of comments as blanks. */
    private static String unwrapped(String java) {
        return java.replaceAll("\\s+\\*\\s+", " ");
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
