package coderbased.phone;

import coderbased.phone.scan.CameraPanel;
import coderbased.phone.parts.PhoneSettings;
import coderbased.phone.parts.PhoneTools;
import coderbased.phone.scan.ScannerView;
import coderbased.phone.scan.ScannerViewModel;
import coderbased.phone.scan.TypedCodePanel;
import coderbased.camera.CameraChoice;
import coderbased.camera.Cameras;
import coderbased.camera.Patience;
import coderbased.demo.MjpegServer;
import coderbased.fx.FxThread;
import coderbased.qr.picture.Frame;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The whole way of a picture, by the clock on the wall: a camera that sends 1280 x 720 as MJPEG over HTTP, the driver,
 * the pipeline with its threads, the scanner's screen in a window. How soon the first picture shows, how many a second
 * the window shows, and how many are searched for a code meanwhile. What else the computer does counts.
 */
public final class LiveScanner {

    /** The measurements: milliseconds to the first picture, and pictures shown in each second. */
    public record Measured(double firstPicture, List<Integer> shown, String pace) {

        public double mean() {
            return shown.stream().mapToInt(each -> each).average().orElse(0);
        }

        public int firstSecond() {
            return shown.getFirst();
        }

        /** Returns the pictures in the worst second; the first second counts too. */
        public int worst() {
            return shown.stream().mapToInt(each -> each).min().orElse(0);
        }
    }

    private static final int LIMIT_SECONDS = 20;

    private final Cameras cameras;
    private final int seconds;
    private final CountDownLatch painted = new CountDownLatch(1);
    private final CountDownLatch first = new CountDownLatch(1);
    private final AtomicInteger shown = new AtomicInteger();
    private boolean fresh;

    private LiveScanner(Cameras cameras, int seconds) {
        this.cameras = cameras;
        this.seconds = seconds;
    }

    /**
     * Watches one scene after another, so many seconds each. The first one is watched as soon as there is a window, by
     * a program that has just been started and never did it before.
     */
    public static LinkedHashMap<String, Measured> watch(Map<String, Frame> scenes, int seconds) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        Cameras cameras = new Cameras(
                () -> {
                    throw new UnsupportedOperationException("no webcam is measured here");
                },
                Patience.STANDARD,
                Clock.systemUTC());
        LinkedHashMap<String, Measured> measured = new LinkedHashMap<>();
        for (var scene : scenes.entrySet()) {
            measured.put(scene.getKey(), new LiveScanner(cameras, seconds).watch(scene.getValue()));
        }
        return measured;
    }

    private Measured watch(Frame scene) throws Exception {
        try (MjpegServer camera = new MjpegServer(0)) {
            camera.show(image(scene));
            PhoneSettings settings = PhoneSettings.unsaved();
            settings.camera().set(new CameraChoice.Network(camera.address()));
            PhoneTools tools = new PhoneTools(cameras, FxThread.executor(), Clock.systemUTC(), () -> {});
            PlayedPhone phone = PlayedPhone.signedIn();
            ScannerViewModel scanner = onFx(() -> new ScannerViewModel(phone, settings, tools, offer -> {}));
            Stage stage = onFx(() -> window(scanner, settings));
            cameras.warmUp();
            painted.await();
            long began = System.nanoTime();
            onFx(() -> {
                scanner.open();
                return scanner;
            });
            boolean came = first.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            double firstPicture = (System.nanoTime() - began) / 1e6;
            Measured measured = new Measured(firstPicture, came ? count() : List.of(0), onFx(() -> pace(scanner)));
            onFx(() -> {
                scanner.close();
                stage.close();
                return stage;
            });
            return measured;
        }
    }

    private Stage window(ScannerViewModel scanner, PhoneSettings settings) {
        CameraPanel cameras = new CameraPanel(scanner.menu());
        ScannerView view = new ScannerView(scanner, cameras, new TypedCodePanel(scanner.typed()));
        Scene scene = new Scene(view, PhoneWindow.WIDTH, PhoneWindow.HEIGHT);
        PhoneWindow.dress(scene, settings);
        scanner.preview().subscribe(picture -> fresh = picture.width() > 0);
        scene.addPostLayoutPulseListener(() -> {
            painted.countDown();
            if (fresh) {
                fresh = false;
                shown.incrementAndGet();
                first.countDown();
            }
        });
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private List<Integer> count() throws InterruptedException {
        List<Integer> counts = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            int before = shown.get();
            Thread.sleep(1000);
            counts.add(shown.get() - before);
        }
        return counts;
    }

    private static String pace(ScannerViewModel scanner) {
        return scanner.menu().pace().getValue();
    }

    private static BufferedImage image(Frame frame) {
        BufferedImage image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, frame.width(), frame.height(), frame.pixels());
        return image;
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(task.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
