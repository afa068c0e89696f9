package coderbased.fx.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.Icons;
import coderbased.fx.TemporaryFile;
import coderbased.testing.Deadlines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;

/** A program starts though its home folder or the one for temporary files is of no use, or says what to set. */
final class NativeLibrariesTest {

    @TempDir
    private Path place;

    private Path fine;
    private Path file;

    @BeforeEach
    void makePlaces() throws Exception {
        fine = Files.createDirectory(place.resolve("fine"));
        file = Files.createFile(place.resolve("file"));
    }

    @Test
    void usualFoldersAreLeftAsTheyAre() {
        Properties system = chosen(fine, fine, data());
        assertEquals(Set.of("user.home", "java.io.tmpdir"), system.keySet());
        assertTrue(Files.notExists(data()));
    }

    @Test
    void librariesAreBesideTheDataWhereHomeIsOfNoUse() {
        Properties system = chosen(file, fine, data());
        assertPlaces(system, data().resolve("native"), fine);
    }

    @Test
    void temporaryFilesGoWithTheLibrariesWhereTheirFolderIsOfNoUse() {
        Path cache = fine.resolve(".openjfx/cache");
        Properties system = chosen(fine, file, data());
        assertFalse(system.containsKey("javafx.cachedir"), "JavaFX has a folder for each version there");
        assertEquals(cache.toString(), system.getProperty("jna.tmpdir"));
        assertEquals(cache.toString(), system.getProperty("java.io.tmpdir"));
        assertPlaces(chosen(file, file, data()), data().resolve("native"), data().resolve("native"));
    }

    @Test
    void folderThatTheUserNamesIsUsed() {
        Properties system = properties(file, file);
        system.setProperty("javafx.cachedir", fine.toString());
        assertEquals(Optional.empty(), NativeLibraries.choose(file, system));
        assertPlaces(system, fine, fine);
    }

    @Test
    void librariesAmongTemporaryFilesAreDeletedAtTheEnd() throws Exception {
        List<String> said = said(file, fine, file);
        assertEquals("exit 0", said.getLast());
        assertTrue(said.getFirst().startsWith(fine.resolve("coderbased-chat").toString()), said.toString());
        assertTrue(Files.notExists(Path.of(said.getFirst())), "it is left");
    }

    @Test
    void temporaryFileIsWrittenThoughTheSystemsFolderIsOfNoUse() throws Exception {
        List<String> said = said(fine, file, data());
        assertEquals(List.of("null", "written", "exit 0"), said);
    }

    @Test
    void theSettingIsNamedWhereNoFolderIsOfUse() throws Exception {
        List<String> said = said(file, file, file);
        assertEquals("exit 1", said.getLast());
        String why = said.get(said.size() - 2);
        assertTrue(why.contains("-Djava.io.tmpdir=DIR") && why.contains(file.toString()), why);
    }

    @Test
    void iconsAreDrawnThoughTheFolderForTemporaryFilesIsOfNoUse() throws Exception {
        List<String> said = said(Icon.class, file, file, data());
        assertEquals(List.of("Material Design Icons", "exit 0"), said.subList(said.size() - 2, said.size()));
    }

    private Path data() {
        return place.resolve("data");
    }

    private static Properties chosen(Path home, Path temporary, Path data) {
        Properties system = properties(home, temporary);
        assertEquals(Optional.empty(), NativeLibraries.choose(data, system));
        return system;
    }

    private static Properties properties(Path home, Path temporary) {
        Properties system = new Properties();
        system.setProperty("user.home", home.toString());
        system.setProperty("java.io.tmpdir", temporary.toString());
        return system;
    }

    private static void assertPlaces(Properties system, Path libraries, Path temporary) {
        assertEquals(libraries.toString(), system.getProperty("javafx.cachedir"));
        assertEquals(libraries.toString(), system.getProperty("jna.tmpdir"));
        assertEquals(temporary.toString(), system.getProperty("java.io.tmpdir"));
    }

    /** Returns the lines of a program that starts there, then its exit code. */
    private List<String> said(Path home, Path temporary, Path data) throws Exception {
        return said(Starting.class, home, temporary, data);
    }

    private List<String> said(Class<?> main, Path home, Path temporary, Path data) throws Exception {
        Path out = place.resolve("out");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Duser.home=" + home,
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertTrue(program.waitFor(Deadlines.seconds(60), TimeUnit.SECONDS), "the program does not end");
            List<String> lines = new ArrayList<>(Files.readAllLines(out));
            lines.removeIf(line -> line.startsWith("WARNING: java.io.tmpdir"));
            lines.add("exit " + program.exitValue());
            return lines;
        } finally {
            program.destroyForcibly();
        }
    }

    /** Program that chooses its folder and says in which font it draws icons. */
    static final class Icon {

        private Icon() {}

        public static void main(String[] arguments) {
            ProgramStart.requireFolder(Path.of(arguments[0]));
            Platform.startup(() -> {
                FontIcon icon = Icons.icon("mdi2c-check");
                new Scene(new Group(icon)).getRoot().applyCss();
                System.out.println(icon.getFont().getFamily());
                System.exit(0);
            });
        }
    }

    /** Program that chooses its folder and writes a temporary file. */
    static final class Starting {

        private Starting() {}

        public static void main(String[] arguments) throws IOException {
            ProgramStart.requireFolder(Path.of(arguments[0]));
            System.out.println(System.getProperty("javafx.cachedir"));
            Files.writeString(TemporaryFile.named("file.txt"), "text");
            System.out.println("written");
        }
    }
}
