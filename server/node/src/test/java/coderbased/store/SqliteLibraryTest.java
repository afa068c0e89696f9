package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.Deadlines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server starts though its directory for temporary files is of no use, or says what to set. */
final class SqliteLibraryTest {

    @TempDir
    private Path place;

    /** The library is loaded once in a program, so each case needs a program of its own. */
    @Test
    void theLibraryIsUnpackedBesideTheDatabaseOrTheSettingIsNamed() throws Exception {
        Path noFolder = Files.createFile(place.resolve("file"));
        Path data = Files.createDirectory(place.resolve("data"));
        assertEquals("loaded", said(noFolder, data));
        String why = said(noFolder, noFolder.resolve("data"));
        assertTrue(why.contains("-Djava.io.tmpdir=DIR") && why.contains(noFolder.toString()), why);
    }

    private String said(Path temporary, Path beside) throws Exception {
        Path out = place.resolve("out");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loading.class.getName(),
                        beside.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertTrue(program.waitFor(Deadlines.seconds(60), TimeUnit.SECONDS), "the program does not end");
            return Files.readAllLines(out).getLast();
        } finally {
            program.destroyForcibly();
        }
    }

    /** Program that loads the library and says how that went. */
    static final class Loading {

        private Loading() {}

        public static void main(String[] arguments) {
            try {
                SqliteLibrary.load(Path.of(arguments[0]));
                System.out.println("loaded");
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
