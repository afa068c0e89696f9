package coderbased.autobahn;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import me.normanmaurer.maven.autobahntestsuite.AutobahnTestSuite;
import me.normanmaurer.maven.autobahntestsuite.FuzzingCaseResult;

/** The Autobahn suite's cases for servers, but for those of compression, which is not offered. */
final class Suite {

    private static final String SAID = "case ";

    /** Python takes the Java package {@code io} for its own module: the suite sees nothing but itself. */
    private static final Pattern ITS_OWN =
            Pattern.compile(".*(test-classes|autobahntestsuite|jython|json-simple)[^/\\\\]*");

    private Suite() {}

    /** Returns the server's result of each case by its number: its behaviour and its closing. */
    static Map<String, String> playedAgainst(String name, String address) throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> ITS_OWN.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.io=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        Suite.class.getName(),
                        name,
                        address)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, String> results = new TreeMap<>();
        try (var said = process.inputReader()) {
            said.lines().filter(line -> line.startsWith(SAID)).forEach(line -> {
                String[] words = line.substring(SAID.length()).split(" ", 2);
                results.put(words[0], words[1]);
            });
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the suite did not come to its end");
        }
        System.out.println(name + ": " + results.size() + " cases, "
                + results.values().stream().collect(Collectors.groupingBy(result -> result, Collectors.counting())));
        return results;
    }

    /** Plays it, once, and ends with the process. */
    public static void main(String[] nameAndAddress) {
        List<FuzzingCaseResult> results = AutobahnTestSuite.runFuzzingClient(
                nameAndAddress[0], nameAndAddress[1], Map.of(), List.of("*"), List.of("12.*", "13.*"));
        for (FuzzingCaseResult result : results) {
            Object behavior = result.behavior();
            Object closing = result.behaviorClose();
            System.out.println("\n" + SAID + result.caseName() + " " + behavior + " " + closing);
        }
        System.exit(0);
    }
}
