package coderbased.fx.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.FileKind;
import coderbased.fx.Outside;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Local names of received files: safe on Windows, macOS and Linux alike, with a visible ending. */
class LocalFileNameTest {

    private static final String FAMILY = "👩\u200D👩\u200D👧";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report.pdf",
                "My holiday (2) – final.JPG",
                "archive.tar.gz",
                "山田\u3000太郎.doc",
                "résumé.pdf",
                "½ price, 50% & more; it's #1.txt",
                "👩🏽\u200D🔬.png",
                "نامه\u200Cها.txt",
                "Café…menu.txt",
                "console.txt",
                "com10.txt",
                "COM0",
                "auxiliary",
                "nul_.txt",
                "a-b.c",
                "a..b",
                "CON1"
            })
    void harmlessNameStaysAsItIs(String name) {
        assertEquals(name, SafeText.fileName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON",
                "con",
                "PRN",
                "aux",
                "Nul",
                "COM1",
                "com9",
                "LPT1",
                "lpt9",
                "CONIN$",
                "conout$",
                "COM\u00B9",
                "lpt\u00B2",
                "COM\u00B3",
                "nul.txt",
                "con.tar.gz",
                "con .jpg",
                "AUX  .",
                "nul...",
                "com\u2074.x",
                "ＮＵＬ.txt"
            })
    void deviceOfWindowsGetsALineBefore(String name) {
        String safe = SafeText.fileName(name);
        String plain = name.replaceAll(" +", " ").replaceAll("[. ]+$", "");
        assertEquals("_" + plain, safe);
    }

    static Stream<Arguments> unsafeNameIsReplaced() {
        return Stream.of(
                Arguments.of("nul:", "nul_"),
                Arguments.of("a.txt:evil", "a.txt_evil"),
                Arguments.of("a.txt::$DATA", "a.txt__$DATA"),
                Arguments.of("-rf", "_rf"),
                Arguments.of("--help.txt", "_help.txt"),
                Arguments.of("\u2013x", "_x"),
                Arguments.of("\u2212x", "_x"),
                Arguments.of(".profile", "_profile"),
                Arguments.of("... .x", "_x"),
                Arguments.of(" . -x", "_x"),
                Arguments.of("\u200B.bashrc", "_bashrc"),
                Arguments.of("\u200B-rf", "_rf"),
                Arguments.of("a.exe.", "a.exe"),
                Arguments.of("a.exe . .", "a.exe"),
                Arguments.of("a.exe.\u200B", "a.exe"),
                Arguments.of("a.exe\u00A0\u3000", "a.exe"),
                Arguments.of(" a  b.txt ", "a b.txt"),
                Arguments.of("a\u00A0b\u2003c", "a b c"),
                Arguments.of("a\nb\tc\u2028d\u0085e", "a b c d e"),
                Arguments.of("a\u0000\u0007\u001Bb\u007F.txt", "ab.txt"),
                Arguments.of("photo\u202Egpj.exe", "photogpj.exe"),
                Arguments.of("photo\u2066\u2069\u200F\u061C.exe", "photo.exe"),
                Arguments.of("a\u200B\u2060\uFEFF\u00AD\u3164\u034Fb", "ab"),
                Arguments.of("a\uD83D.txt", "a.txt"),
                Arguments.of("../../etc/passwd", "__.._etc_passwd"),
                Arguments.of("..\\..\\x", "__.._x"),
                Arguments.of("C:\\x.txt", "C__x.txt"),
                Arguments.of("/etc/x", "_etc_x"),
                Arguments.of("a\u2044b\u2215c\u2216d\u29F8e\u29F9f", "a_b_c_d_e_f"),
                Arguments.of("a\uFF0Fb\uFF3Cc\uFF1Ad\uFE68e\uFE55f", "a_b_c_d_e_f"),
                Arguments.of("a\uFF1Cb\uFF1Ec\uFF5Cd\uFF0Ae\uFF1Ff\uFF02", "a_b_c_d_e_f_"),
                Arguments.of("a\u2100.txt", "a_.txt"),
                Arguments.of("a<b>c|d\"e?f*g", "a_b_c_d_e_f_g"),
                Arguments.of("u\u0308.txt", "\u00FC.txt"),
                Arguments.of("a" + "\u0323".repeat(50) + ".txt", "\u1EA1" + "\u0323".repeat(4) + ".txt"));
    }

    @ParameterizedTest
    @MethodSource
    void unsafeNameIsReplaced(String raw, String expected) {
        assertEquals(expected, SafeText.fileName(raw));
        assertEquals(expected, SafeText.fileName(expected), "a safe name is not changed again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", ".", "..", "...", "/", "\\\\", ":", "-", "\u3164", "\u202E", "\u0000", "_", "\uD83D", " . "
            })
    void nameOfNothingBecomesFile(String nothing) {
        assertEquals("file", SafeText.fileName(nothing));
    }

    @ParameterizedTest
    @CsvSource({"x,251", "ä,125", "語,83", "😀,62"})
    void nameThatJustFitsStays(String letter, int times) {
        String name = letter.repeat(times) + ".txt";
        assertTrue(bytes(name) <= 255 && bytes(letter + name) > 255);
        assertEquals(name, SafeText.fileName(name));
    }

    @ParameterizedTest
    @CsvSource({"x,248", "ä,124", "語,82", "😀,62", FAMILY + ",13"})
    void longNameIsCutBetweenCharactersAndKeepsItsEnding(String letter, int kept) {
        String name = SafeText.fileName(letter.repeat(300) + ".txt");
        assertEquals(letter.repeat(kept) + "….txt", name);
        assertTrue(bytes(name) <= 255 && bytes(letter + name) > 255, name);
    }

    @Test
    void longSuffixIsNotAnEnding() {
        assertEquals("a." + "x".repeat(250) + "…", SafeText.fileName("a." + "x".repeat(400)));
        assertEquals("x".repeat(252) + "…", SafeText.fileName("x".repeat(400)));
    }

    @Test
    void characterThatDoesNotFitLeavesTheWordFile() {
        assertEquals("file….txt", SafeText.fileName("👩" + "\u200D👩".repeat(60) + ".txt"));
    }

    @Test
    void deviceStaysHarmlessWhenItsNameIsCut() {
        String name = SafeText.fileName("nul." + "x".repeat(400));
        assertTrue(name.startsWith("_nul.x") && bytes(name) <= 255, name);
    }

    @Test
    void fileKindGoesByTheNameThatTheFileGets() {
        for (String program : List.of("a.jpg.exe.", "a.jpg.exe ", "a\u202Egpj.exe", "a.exe\u200B", "a.exe\u00A0.")) {
            assertEquals(FileKind.OTHER, FileKind.of(SafeText.fileName(program)), program);
        }
    }

    @Test
    void lineOfAListShowsTheEnding() {
        assertEquals("x".repeat(73) + "….exe", SafeText.fileLine("x".repeat(400) + ".exe"));
        assertEquals("photogpj.exe", SafeText.fileLine("photo\u202Egpj.exe"));
    }

    @ParameterizedTest
    @MethodSource("unsafeNameIsReplaced")
    void everyNameCanBeStoredHere(String raw, String expected, @TempDir Path folder) throws Exception {
        Path file = folder.resolve(SafeText.fileName(raw));
        assertEquals(folder, file.normalize().getParent());
        Files.writeString(file, "x");
        assertEquals(List.of(file), Files.list(folder).toList());
    }

    /** A path that every system refuses stands for one that an ASCII locale cannot encode. */
    @Test
    void fileOpensThoughTheSystemCannotSpellItsName(@TempDir Path folder) {
        assertEquals(folder.resolve("file.pdf"), Outside.named(folder, "a\u0000b.pdf"));
        assertEquals(folder.resolve("file"), Outside.named(folder, "\u0000"));
        assertEquals(folder.resolve("a.pdf"), Outside.named(folder, "a.pdf"));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
