package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coderbased.client.SessionState;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.fx.program.SettingsFile;
import coderbased.protocol.Secret;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

class GuestScreenTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"LIGHT, 1000, 700", "DARK, 1000, 700", "LIGHT, 420, 600", "DARK, 420, 600"})
    void aPictureOfTheWindowCanBeScanned(ThemeChoice theme, double width, double height) throws Exception {
        SettingsFile store = new SettingsFile(folder.resolve("settings.properties"));
        try (TestWindow window = new TestWindow(theme, width, height, store)) {
            window.tell(States.guest());
            window.node("#" + DesktopIds.QR_CODE);
            assertEquals(States.QR_TEXT, TestWindow.until(() -> scan(window.picture())));
        }
    }

    /** A reader that shares no code with ours. */
    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void anIndependentReaderReadsTheCodeToo(ThemeChoice theme) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "zbarimg"))),
                "zbarimg, of zbar-tools, is not installed");
        SettingsFile store = new SettingsFile(folder.resolve("settings.properties"));
        try (TestWindow window = new TestWindow(theme, 1000, 700, store)) {
            window.tell(States.guest());
            window.node("#" + DesktopIds.QR_CODE);
            Path file = folder.resolve("window.png");
            assertEquals(States.QR_TEXT, TestWindow.until(() -> {
                ImageIO.write(SwingFXUtils.fromFXImage(window.picture(), null), "png", file.toFile());
                return readByZbar(file);
            }));
        }
    }

    /** Returns the text that it read; null if none. */
    private static @Nullable String readByZbar(Path file) throws IOException {
        Process reader = new ProcessBuilder("zbarimg", "--quiet", "--raw", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = reader.inputReader()) {
            return said.readLine();
        }
    }

    @Test
    void theCodeGrowsWithTheWindowAndItsModulesStayWholeAndLargeEnough() throws Exception {
        double before = 0;
        for (double[] size : new double[][] {{420, 600}, {1000, 700}, {1300, 900}}) {
            SettingsFile store = new SettingsFile(folder.resolve("settings.properties"));
            try (TestWindow window = new TestWindow(ThemeChoice.LIGHT, size[0], size[1], store)) {
                window.tell(States.guest());
                double side = TestWindow.until(() -> side((QrCard) window.node("#" + DesktopIds.QR_CODE)));
                assertWholeModules(side);
                assertTrue(side > before, side + " pixels in a window " + size[0] + " wide");
                before = side;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 1.5, 2})
    void codeIsDrawnInDisplayPixels(double scale) throws Exception {
        FxToolkit.registerPrimaryStage();
        ImageView picture = TestWindow.onFx(() -> {
            var text = new SimpleStringProperty(States.QR_TEXT);
            QrCard card = new QrCard("card", text, new SimpleStringProperty("K7QM-4XTP"));
            card.outputScale().unbind();
            card.outputScale().set(scale);
            card.resize(311, 307);
            card.layout();
            return (ImageView) card.getChildrenUnmodifiable().getFirst();
        });
        double side = picture.getImage().getWidth();
        assertWholeModules(side);
        assertEquals(side, picture.getFitWidth() * scale, 1e-9);
        assertEquals(Math.rint(picture.getLayoutX() * scale), picture.getLayoutX() * scale, 1e-9);
        assertEquals(Math.rint(picture.getLayoutY() * scale), picture.getLayoutY() * scale, 1e-9);
    }

    @Test
    void cornersOfTheCodeStayInsideItsRoundFrame() throws Exception {
        FxToolkit.registerPrimaryStage();
        int side = QrCode.of(States.QR_TEXT).size() * 6 + 4; // with the border
        WritableImage shot = TestWindow.onFx(() -> {
            QrCard card =
                    new QrCard("card", new SimpleStringProperty(States.QR_TEXT), new SimpleStringProperty("K7QM-4XTP"));
            Scene scene = new Scene(new Group(card), Color.RED);
            new Theme(ThemeChoice.DARK).dress(scene);
            scene.getStylesheets()
                    .add(QrCard.class
                            .getResource("/coderbased/desktop/desktop.css")
                            .toExternalForm());
            card.resize(side, side); // the code fills the card to its border
            scene.getRoot().applyCss();
            card.layout();
            return scene.snapshot(null);
        });
        for (int[] corner : new int[][] {{1, 1}, {side - 2, 1}, {1, side - 2}, {side - 2, side - 2}}) {
            assertEquals(Color.RED, shot.getPixelReader().getColor(corner[0], corner[1]));
        }
        assertEquals(Color.WHITE, shot.getPixelReader().getColor(side / 2, 12), "the quiet zone");
    }

    private static void assertWholeModules(double side) {
        double modules = QrCode.of(States.QR_TEXT).size();
        assertEquals(0, side % modules, "pixels left over");
        assertTrue(side / modules >= 6, "pixels a module: " + side / modules);
    }

    /** Returns the side of the drawn code in pixels; null before it is drawn. */
    private static Double side(QrCard card) {
        return TestWindow.onFx(() -> {
            ImageView picture = (ImageView) card.getChildrenUnmodifiable().getFirst();
            return picture.getImage() == null ? null : picture.getImage().getWidth();
        });
    }

    @Test
    void secondThatPassesLaysOutNothingAroundTheRing() throws Exception {
        FxToolkit.registerPrimaryStage();
        SimpleDoubleProperty fraction = new SimpleDoubleProperty(1);
        SimpleIntegerProperty seconds = new SimpleIntegerProperty(60);
        boolean around = TestWindow.onFx(() -> {
            StackPane page = new StackPane(new TimeRing(fraction, seconds));
            Scene scene = new Scene(page);
            page.applyCss();
            page.layout();
            page.layout(); // the first one sizes labels
            seconds.set(9);
            fraction.set(0.15);
            return page.isNeedsLayout();
        });
        assertFalse(around);
    }

    @Test
    void secondThatPassesDrawsNoPictureOfThePage() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest());
            assertFalse(window.node(".guest > .viewport").isCache());
            QrCard card = (QrCard) window.node("#" + DesktopIds.QR_CODE);
            assertTrue(card.getChildrenUnmodifiable().stream().allMatch(part -> part.getClip() == null));
        }
    }

    @Test
    void statusShowsTheWaitAndTheRingItsTime() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest());
            assertEquals("Waiting for your phone", window.text("#" + DesktopIds.GUEST_STATUS));
            assertEquals("45", window.text(".time-ring-seconds"));
        }
    }

    @Test
    void typedCodeIsShownAndCanBeCopied() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest());
            assertFalse(window.sees("#" + DesktopIds.TYPED_CODE));
            window.click("#" + DesktopIds.NO_CAMERA);
            assertEquals("K7QM-4XTP", window.text("#" + DesktopIds.TYPED_CODE));
            window.click("#" + DesktopIds.COPY_CODE);
            assertEquals(
                    "K7QM-4XTP",
                    TestWindow.onFx(() -> Clipboard.getSystemClipboard().getString()));
        }
    }

    @Test
    void clickShowsTheCodeFullScreenAndEscapeClosesIt() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest());
            window.click("#" + DesktopIds.QR_CODE);
            window.node("#" + DesktopIds.ENLARGED_QR_CODE);
            assertEquals(States.QR_TEXT, TestWindow.until(() -> scan(window.picture())));
            window.robot.type(KeyCode.ESCAPE);
            TestWindow.until(() -> !window.sees("#" + DesktopIds.ENLARGED_QR_CODE));
        }
    }

    @Test
    void personCanRequestACodeThatIsOverdue() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            SessionState.Code old = new SessionState.Code(
                    new Secret(States.QR_TEXT),
                    new Secret("K7QM-4XTP"),
                    2,
                    6,
                    States.NOW.minusSeconds(60),
                    States.NOW.minusSeconds(10));
            window.tell(new SessionState.Guest(old, null));
            assertEquals("The next code is late.", window.text("#" + DesktopIds.GUEST_STATUS));
            window.click("#" + DesktopIds.NEW_CODE);
            assertTrue(window.client.asked.contains("showNewCode"));
        }
    }

    @Test
    void pausedScreenOffersANewCode() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(new SessionState.Paused(null));
            window.click("#" + DesktopIds.SHOW_NEW_CODE);
            assertTrue(window.client.asked.contains("showNewCode"));
        }
    }

    /** Returns the text that ZXing reads in a picture; null if none. */
    private static String scan(WritableImage picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                    .getText();
        } catch (com.google.zxing.ReaderException _) {
            return null;
        }
    }
}
