package coderbased.phone;

import coderbased.camera.Camera;
import coderbased.camera.CameraChoice;
import coderbased.camera.CameraPipeline;
import coderbased.camera.CameraTrouble;
import coderbased.camera.Cameras;
import coderbased.camera.Look;
import coderbased.camera.PipelineListener;
import coderbased.camera.Preview;
import coderbased.client.PhoneClient;
import coderbased.fx.Live;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.qr.Hint;
import coderbased.qr.Outline;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** The scanner: what the camera sees, what was found in it, and what became of that. */
public final class ScannerViewModel implements AutoCloseable {

    private static final ScanMessage ASKING = new ScanMessage(ScanMessage.Tone.DONE, "Code read. Asking the server…");

    private final PhoneClient client;
    private final Cameras cameras;
    private final PhoneSettings settings;
    private final Executor fx;
    private final Consumer<LinkOffer> onOffer;
    private final CodeClaims claims;
    private final CameraPipeline pipeline;
    private final Live<Preview> preview;
    private final CameraMenuViewModel menu;
    private final TypedCodeViewModel typed;
    private final SteadyHint steadyHint = new SteadyHint();
    private final ReadOnlyObjectWrapper<ScanFinding> finding = new ReadOnlyObjectWrapper<>(ScanFinding.NONE);
    private final ReadOnlyObjectWrapper<ScanMessage> message = new ReadOnlyObjectWrapper<>(ScanMessage.AIM);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper still = new ReadOnlyBooleanWrapper();
    private final ObservableValue<Boolean> mirrored;
    private final Subscription cameraChosen;
    private volatile Consumer<Preview> screen = picture -> {};
    private boolean open;

    ScannerViewModel(
            PhoneClient client, Cameras cameras, PhoneSettings settings, Executor fx, Consumer<LinkOffer> onOffer) {
        this.client = client;
        this.cameras = cameras;
        this.settings = settings;
        this.fx = fx;
        this.onOffer = onOffer;
        this.claims = new CodeClaims(client, fx, this::offered, this::refused);
        this.typed = new TypedCodeViewModel(claims::typed);
        claims.busy().subscribe(asking -> {
            if (asking) {
                message.set(ASKING);
            }
        });
        this.preview = new Live<>(
                Preview.NONE,
                listener -> {
                    screen = listener;
                    return () -> screen = picture -> {};
                },
                fx);
        this.pipeline = cameras.pipeline(new Ears());
        this.menu = new CameraMenuViewModel(cameras, settings.camera(), fx);
        this.mirrored = Bindings.createBooleanBinding(this::isMirrored, settings.camera(), settings.mirrored(), still);
        this.cameraChosen = settings.camera().subscribe(this::watchChosen);
    }

    /** The newest picture. */
    public ReadOnlyObjectProperty<Preview> preview() {
        return preview.value();
    }

    /** Whether to show it as in a mirror. */
    public ObservableValue<Boolean> mirrored() {
        return mirrored;
    }

    /** What was found in the newest picture. */
    public ReadOnlyObjectProperty<ScanFinding> finding() {
        return finding.getReadOnlyProperty();
    }

    /** What to tell the person. */
    public ReadOnlyObjectProperty<ScanMessage> message() {
        return message.getReadOnlyProperty();
    }

    /** Why there is no picture, and what to do; empty where there is one. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether a code is being claimed. */
    public ReadOnlyBooleanProperty busy() {
        return claims.busy();
    }

    /** Whether a single picture is on show instead of the camera. */
    public ReadOnlyBooleanProperty still() {
        return still.getReadOnlyProperty();
    }

    /** The cameras to choose from. */
    public CameraMenuViewModel menu() {
        return menu;
    }

    /** The code for people without a camera. */
    public TypedCodeViewModel typed() {
        return typed;
    }

    /** The scanner is on screen: the chosen camera is opened. */
    public void open() {
        if (!open) {
            open = true;
            claims.forget();
            menu.refresh();
            watchChosen();
        }
    }

    /** The scanner is no longer on screen: the camera is given back. */
    public void leave() {
        open = false;
        pipeline.stop();
        reset();
    }

    @Override
    public void close() {
        leave();
        cameraChosen.unsubscribe();
        preview.close();
    }

    /** Tries the camera again now; after a single picture, goes back to the camera. */
    public void retry() {
        claims.forget();
        if (still.get()) {
            watchChosen();
        } else {
            pipeline.retry();
        }
    }

    /** Looks at this picture once, instead of the camera. */
    public void lookAt(Camera picture) {
        reset();
        still.set(true);
        message.set(new ScanMessage(ScanMessage.Tone.QUIET, "Looking for a code in the picture…"));
        pipeline.start(picture);
    }

    /** Looks at this picture file once. */
    public void lookAt(Path file) {
        lookAt(cameras.camera(new CameraChoice.Picture(file)));
    }

    /** The person wanted to use a picture that is none. */
    public void noPicture(String why) {
        message.set(new ScanMessage(ScanMessage.Tone.REFUSED, why));
    }

    private void watchChosen() {
        if (open) {
            reset();
            pipeline.start(cameras.camera(settings.camera().get()));
        }
    }

    private void reset() {
        still.set(settings.camera().get() instanceof CameraChoice.Picture);
        trouble.set("");
        finding.set(ScanFinding.NONE);
        message.set(ScanMessage.AIM);
        steadyHint.reset();
        screen.accept(Preview.NONE);
    }

    private boolean isMirrored() {
        return settings.mirrored().get() && !still.get() && settings.camera().get() instanceof CameraChoice.Webcam;
    }

    private void judged(Look look, ScanVerdict verdict) {
        if (!open || claims.busy().get()) {
            return;
        }
        switch (verdict) {
            case ScanVerdict.Ours(var code, Outline outline) -> {
                finding.set(new ScanFinding(outline, true, look.width(), look.height()));
                claims.scanned(code);
            }
            case ScanVerdict.NotOurs(String sentence, Outline outline) -> {
                finding.set(new ScanFinding(outline, false, look.width(), look.height()));
                message.set(new ScanMessage(ScanMessage.Tone.REFUSED, sentence));
            }
            case ScanVerdict.Nothing(Hint hint) -> nothing(look, hint);
        }
    }

    private void nothing(Look look, Hint hint) {
        finding.set(ScanFinding.NONE);
        if (look.still()) {
            message.set(new ScanMessage(ScanMessage.Tone.REFUSED, "There is no code in this picture."));
            return;
        }
        claims.outOfSight();
        Hint shown = steadyHint.after(hint);
        if (shown != Hint.NONE || message.get().tone() == ScanMessage.Tone.HINT) {
            message.set(ScanMessage.of(shown));
        }
    }

    private void offered(LinkOffer offer) {
        typed.clear();
        onOffer.accept(offer);
    }

    private void refused(String why) {
        message.set(new ScanMessage(ScanMessage.Tone.REFUSED, why));
        typed.refused(why);
    }

    private void inTrouble(CameraTrouble why) {
        if (open) {
            trouble.set(why.sentence());
            finding.set(ScanFinding.NONE);
        }
    }

    /** Hears the pipeline on its threads and passes on what the window has to know. */
    private final class Ears implements PipelineListener {

        @Override
        public void pictures() {
            fx.execute(() -> trouble.set(""));
        }

        @Override
        public void preview(Preview picture) {
            screen.accept(picture);
        }

        @Override
        public void looked(Look look) {
            ScanVerdict verdict = ScanVerdict.of(look, client::read);
            fx.execute(() -> judged(look, verdict));
        }

        @Override
        public void trouble(CameraTrouble why) {
            fx.execute(() -> inTrouble(why));
        }
    }
}
