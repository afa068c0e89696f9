package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.CameraTrouble;
import coderbased.camera.Cameras;
import coderbased.camera.ImageCamera;
import coderbased.camera.Look;
import coderbased.camera.Patience;
import coderbased.camera.PipelineListener;
import coderbased.camera.Preview;
import coderbased.phone.PlayedPhone;
import coderbased.phone.parts.PhoneIds;
import coderbased.qr.Outline;
import coderbased.qr.QrReader;
import coderbased.qr.Samples;
import coderbased.qr.picture.Corner;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.Shot;
import coderbased.testing.Deadlines;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/** Tests that the outline lies on the visible code: the drawing is photographed, read again and compared. */
class PreviewPaneTest {

    private static final double MAX_OFF = 2.5;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    @BeforeAll
    static void aToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest(name = "pane {0} x {1}, mirrored {2}, filling {3}")
    @CsvSource({
        "640, 480, false, false",
        "390, 520, false, false",
        "390, 520, true, false",
        "700, 420, true, false",
        "420, 480, false, true",
        "420, 480, true, true",
        "800, 500, true, true",
        "801, 333, false, false",
    })
    void theOutlineLiesOnTheCode(int width, int height, boolean mirrored, boolean filling) throws Exception {
        Seen seen = see();
        BufferedImage drawn = onFx(() -> {
            PreviewPane pane = pane(width, height, mirrored, filling);
            pane.show(seen.preview());
            return SwingFXUtils.fromFXImage(pane.snapshot(null, null), null);
        });
        List<Double> points = onFx(() -> {
            PreviewPane pane = pane(width, height, mirrored, filling);
            pane.show(seen.preview());
            pane.show(new ScanFinding(seen.outline(), true, WIDTH, HEIGHT));
            pane.layout();
            return List.copyOf(((Polygon) pane.lookup("#" + PhoneIds.SCAN_OUTLINE)).getPoints());
        });
        Outline again = new QrReader()
                .readThoroughly(Samples.frame(drawn))
                .readings()
                .getFirst()
                .outline();
        assertEquals(8, points.size());
        for (int i = 0; i < points.size(); i += 2) {
            double off = distance(again, points.get(i), points.get(i + 1));
            assertTrue(off < MAX_OFF, "corner " + i / 2 + " lies " + off + " pixels beside the code's");
        }
    }

    @Test
    void newPictureAndOutlineLayOutNothingElse() throws Exception {
        Seen seen = see();
        boolean[] laidOutAnew = onFx(() -> {
            PreviewPane pane = new PreviewPane();
            StackPane window = new StackPane(pane);
            new Scene(window, WIDTH, HEIGHT);
            pane.show(seen.preview());
            pane.show(new ScanFinding(seen.outline(), true, WIDTH, HEIGHT));
            window.layout();
            pane.show(seen.preview());
            pane.show(new ScanFinding(seen.outline(), false, WIDTH, HEIGHT));
            pane.show(ScanFinding.NONE);
            return new boolean[] {pane.isNeedsLayout(), window.isNeedsLayout()};
        });
        assertArrayEquals(new boolean[] {false, false}, laidOutAnew);
    }

    private static PreviewPane pane(int width, int height, boolean mirrored, boolean filling) {
        PreviewPane pane = new PreviewPane();
        new Scene(pane, width, height);
        pane.setMirrored(mirrored);
        pane.setFilling(filling);
        pane.resize(width, height);
        return pane;
    }

    /** Returns the distance from a point to the nearest corner of an outline: a mirrored code begins at another one. */
    private static double distance(Outline outline, double x, double y) {
        double nearest = Double.MAX_VALUE;
        for (Corner corner :
                List.of(outline.topLeft(), outline.topRight(), outline.bottomRight(), outline.bottomLeft())) {
            nearest = Math.min(nearest, Math.hypot(corner.x() - x, corner.y() - y));
        }
        return nearest;
    }

    /** A picture as the pipeline passes it on, and where the code in it lies. */
    private record Seen(Preview preview, Outline outline) {}

    private static Seen see() throws Exception {
        Card card = Card.of(PlayedPhone.ownCode(), ErrorCorrectionLevel.L, Card.LIGHT);
        var frame = new Shot(card, WIDTH, HEIGHT)
                .size(0.45)
                .tilt(25, 30)
                .rotation(14)
                .move(20, -30)
                .take(new Random(1));
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, frame.pixels());
        CompletableFuture<Preview> preview = new CompletableFuture<>();
        CompletableFuture<Outline> outline = new CompletableFuture<>();
        Cameras cameras = new Cameras(() -> null, Patience.STANDARD, InstantSource.system());
        try (var pipeline = cameras.pipeline(new PipelineListener() {
            @Override
            public void pictures() {}

            @Override
            public void preview(Preview shown) {
                preview.complete(shown);
            }

            @Override
            public void looked(Look look) {
                outline.complete(look.result().readings().getFirst().outline());
            }

            @Override
            public void trouble(CameraTrouble trouble) {
                preview.completeExceptionally(new AssertionError(trouble));
            }
        })) {
            pipeline.start(new ImageCamera("picture", SwingFXUtils.toFXImage(picture, null)));
            return new Seen(
                    preview.get(Deadlines.seconds(30), TimeUnit.SECONDS),
                    outline.get(Deadlines.seconds(30), TimeUnit.SECONDS));
        }
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> task) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(task.call());
            } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(Deadlines.seconds(30), TimeUnit.SECONDS);
    }
}
