package coderbased.phone.scan;

import coderbased.camera.Camera;
import coderbased.camera.CameraChoice;
import coderbased.camera.CameraPipeline;
import coderbased.camera.CameraTrouble;
import coderbased.camera.Cameras;
import coderbased.camera.Look;
import coderbased.camera.PipelineListener;
import coderbased.camera.Preview;
import coderbased.camera.Rates;
import coderbased.fx.Live;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The picture source of the scanner: the chosen camera, or a single picture, or the reason why there is none.
 *
 * <p>Use on the JavaFX thread.
 */
final class ScannerSight implements AutoCloseable {

    private final Cameras cameras;
    private final Executor fx;
    private final BiConsumer<Look, BooleanSupplier> onLook;
    private final CameraPipeline pipeline;
    private final Live<Preview> preview;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper still = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Rates> rates = new ReadOnlyObjectWrapper<>(Rates.NONE);
    private volatile Consumer<Preview> screen = picture -> {};
    private volatile @Nullable Ears ears;
    private boolean open;

    /**
     * @param onLook hears of every picture that was looked at, on the pipeline's decoding thread; the second tells, on
     *     the JavaFX thread, if that picture is of what is watched now
     */
    ScannerSight(Cameras cameras, Executor fx, BiConsumer<Look, BooleanSupplier> onLook) {
        this.cameras = cameras;
        this.fx = fx;
        this.onLook = onLook;
        this.pipeline = cameras.pipeline(new Ears());
        this.preview = new Live<>(
                Preview.NONE,
                listener -> {
                    screen = listener;
                    return () -> screen = picture -> {};
                },
                fx);
    }

    /** Returns the newest picture. */
    ReadOnlyObjectProperty<Preview> preview() {
        return preview.value();
    }

    /** Returns the reason why there is no picture and what to do; empty if there is one. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** True if a single picture is shown instead of a camera. */
    ReadOnlyBooleanProperty still() {
        return still.getReadOnlyProperty();
    }

    /** Returns the rates of captured and searched frames. */
    ReadOnlyObjectProperty<Rates> rates() {
        return rates.getReadOnlyProperty();
    }

    /** True if it is on screen. */
    boolean isOpen() {
        return open;
    }

    /** Looks through the camera of that choice. */
    void watch(CameraChoice choice) {
        begin(cameras.camera(choice), choice instanceof CameraChoice.Picture);
    }

    /** Looks at this picture once. */
    void lookAt(Camera picture) {
        begin(picture, true);
    }

    private void begin(Camera camera, boolean isPicture) {
        open = true;
        clear();
        still.set(isPicture);
        Ears fresh = new Ears();
        ears = fresh;
        pipeline.start(camera, fresh);
    }

    /** Tries a camera that is in trouble again at once. */
    void retry() {
        pipeline.retry();
    }

    /** Gives the camera back. */
    void leave() {
        open = false;
        ears = null;
        pipeline.stop();
        clear();
        still.set(false);
    }

    @Override
    public void close() {
        leave();
        preview.close();
    }

    private void clear() {
        trouble.set("");
        rates.set(Rates.NONE);
        screen.accept(Preview.NONE);
    }

    /** Hears one camera, or one picture, on the pipeline's threads, and passes on what the window has to know. */
    private final class Ears implements PipelineListener {

        private volatile Rates lastRates = Rates.NONE;

        @Override
        public void pictures() {
            fx.execute(() -> say(""));
        }

        @Override
        public void preview(Preview picture) {
            if (isCurrent()) {
                screen.accept(picture);
            }
        }

        @Override
        public void looked(Look look) {
            onLook.accept(look, this::isCurrent);
            Rates now = pipeline.rates();
            if (!now.equals(lastRates)) {
                lastRates = now;
                fx.execute(() -> rates.set(isCurrent() ? now : Rates.NONE));
            }
        }

        @Override
        public void trouble(CameraTrouble why) {
            fx.execute(() -> say(CameraWords.of(why)));
        }

        @SuppressWarnings("ReferenceEquality") // this very one, not the next that hears the same camera
        private boolean isCurrent() {
            return ears == this;
        }

        private void say(String why) {
            if (isCurrent()) {
                trouble.set(why);
            }
        }
    }
}
