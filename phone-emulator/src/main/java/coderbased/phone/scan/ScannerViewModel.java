package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.Camera;
import coderbased.camera.CameraChoice;
import coderbased.camera.Look;
import coderbased.camera.Preview;
import coderbased.client.PhoneLinks;
import coderbased.phone.parts.PhoneSettings;
import coderbased.phone.parts.PhoneTools;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.qr.Hint;
import coderbased.qr.Outline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** The scanner: what the camera sees, what was found in it, and what became of that. */
public final class ScannerViewModel implements AutoCloseable {

    /** The time for which the answer to a press stays, whatever the camera sees meanwhile. */
    private static final Duration ANSWER_STAYS = Duration.ofSeconds(4);

    private final PhoneLinks links;
    private final PhoneTools tools;
    private final PhoneSettings settings;
    private final Consumer<LinkOffer> onOffer;
    private final CodeClaims claims;
    private final ScannerSight sight;
    private final CameraMenuViewModel menu;
    private final TypedCodeViewModel typed;
    private final SteadyHint steadyHint = new SteadyHint();
    private final ReadOnlyObjectWrapper<ScanFinding> finding = new ReadOnlyObjectWrapper<>(ScanFinding.NONE);
    private final ReadOnlyObjectWrapper<ScanMessage> message = new ReadOnlyObjectWrapper<>(ScanMessage.aim(false));
    private final BooleanProperty covered = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();
    private final ObservableValue<Boolean> mirrored;
    private final Subscription cameraChosen;
    private Instant answerStaysUntil = Instant.MIN;

    public ScannerViewModel(PhoneLinks links, PhoneSettings settings, PhoneTools tools, Consumer<LinkOffer> onOffer) {
        this.links = links;
        this.tools = tools;
        this.settings = settings;
        this.onOffer = onOffer;
        this.claims = new CodeClaims(links, settings.openLink(), tools.fx(), this::offered, this::refused);
        this.typed = new TypedCodeViewModel(claims::typed);
        this.sight = new ScannerSight(tools.cameras(), tools.fx(), this::looked);
        this.menu = new CameraMenuViewModel(tools.cameras(), settings.camera(), sight.rates(), tools.fx());
        this.mirrored =
                Bindings.createBooleanBinding(this::isMirrored, settings.camera(), settings.mirrored(), sight.still());
        claims.busy().subscribe(asking -> {
            if (asking) {
                message.set(ScanMessage.asking());
            }
        });
        sight.trouble().subscribe(this::lostSight);
        claims.answered().subscribe(now -> answered.set(answered.get() && now));
        covered.subscribe(() -> finding.set(ScanFinding.NONE));
        this.cameraChosen = settings.camera().subscribe(this::watchChosen);
    }

    /** Returns the newest picture. */
    public ReadOnlyObjectProperty<Preview> preview() {
        return sight.preview();
    }

    /** True if the picture is mirrored. */
    public ObservableValue<Boolean> mirrored() {
        return mirrored;
    }

    /** Returns the findings in the newest picture. */
    public ReadOnlyObjectProperty<ScanFinding> finding() {
        return finding.getReadOnlyProperty();
    }

    /** Returns the message for the person. */
    public ReadOnlyObjectProperty<ScanMessage> message() {
        return message.getReadOnlyProperty();
    }

    /** Returns the reason why there is no picture and what to do; empty if there is one. */
    public ReadOnlyStringProperty trouble() {
        return sight.trouble();
    }

    /** True while a code is being claimed. */
    public ReadOnlyBooleanProperty busy() {
        return claims.busy();
    }

    /** True while a sheet is in front of the scanner; nothing that the camera sees counts then. Set by the view. */
    public BooleanProperty covered() {
        return covered;
    }

    /** True while nothing is scanned because a computer was answered whose code is still in view. */
    public ReadOnlyBooleanProperty answered() {
        return answered.getReadOnlyProperty();
    }

    /** Asks again about the computer that waited for an answer when this program ended. */
    public void resume(Runnable onOver) {
        claims.resume(onOver);
    }

    /** Called when a computer was answered: its code is not scanned again until it has left the view. */
    public void answer() {
        claims.answer();
    }

    /** True if a single picture is shown instead of the camera. */
    public ReadOnlyBooleanProperty still() {
        return sight.still();
    }

    /** Returns the cameras to choose from. */
    public CameraMenuViewModel menu() {
        return menu;
    }

    /** Returns the code for people without a camera. */
    public TypedCodeViewModel typed() {
        return typed;
    }

    /** Called when the scanner appears: opens the chosen camera. */
    public void open() {
        if (!sight.isOpen()) {
            claims.forgetRefusal();
            menu.watch();
            watch();
        }
    }

    /** Called when the scanner disappears: closes the camera. */
    public void leave() {
        menu.rest();
        sight.leave();
        reset();
    }

    @Override
    public void close() {
        leave();
        cameraChosen.unsubscribe();
        sight.close();
    }

    /** Tries the camera again now; after a single picture, goes back to the camera. */
    public void retry() {
        claims.forget();
        if (sight.still().get()) {
            watchChosen();
        } else {
            sight.retry();
        }
    }

    /** Looks at this picture once, instead of the camera. */
    public void lookAt(Camera picture) {
        claims.forget();
        reset();
        message.set(new ScanMessage(ScanMessage.Tone.QUIET, MESSAGES.text("scan.picture.looking")));
        sight.lookAt(picture);
    }

    /** Looks at this picture file once. */
    public void lookAt(Path file) {
        lookAt(tools.cameras().camera(new CameraChoice.Picture(file)));
    }

    /** Shows that the chosen file or clipboard is not a picture. */
    public void noPicture(String why) {
        message.set(new ScanMessage(ScanMessage.Tone.REFUSED, why));
        answerStaysUntil = tools.clock().instant().plus(ANSWER_STAYS);
    }

    private void watchChosen() {
        if (sight.isOpen()) {
            watch();
        }
    }

    private void watch() {
        reset();
        sight.watch(settings.camera().get());
    }

    private void reset() {
        finding.set(ScanFinding.NONE);
        message.set(claims.busy().get() ? ScanMessage.asking() : ScanMessage.aim(isScreen()));
        answerStaysUntil = Instant.MIN;
        steadyHint.reset();
        answered.set(false);
    }

    /** The last remark was about a picture that is gone. */
    private void lostSight() {
        finding.set(ScanFinding.NONE);
        if (sight.trouble().isNotEmpty().get()) {
            remark(claims.busy().get() ? ScanMessage.asking() : ScanMessage.aim(isScreen()));
        }
    }

    private boolean isMirrored() {
        return settings.mirrored().get()
                && !sight.still().get()
                && settings.camera().get() instanceof CameraChoice.Webcam;
    }

    private void looked(Look look, BooleanSupplier isWatched) {
        ScanVerdict verdict = ScanVerdict.of(look, links::read);
        tools.fx().execute(() -> judged(look, verdict, isWatched));
    }

    private void judged(Look look, ScanVerdict verdict, BooleanSupplier isWatched) {
        if (!isWatched.getAsBoolean() || claims.busy().get() || (covered.get() && !look.still())) {
            return;
        }
        switch (verdict) {
            case ScanVerdict.Ours(var code, Outline outline)
            when claims.answered().get() -> {
                claims.scanned(code);
                answered.set(true);
                finding.set(new ScanFinding(outline, false, look.width(), look.height()));
                remark(new ScanMessage(ScanMessage.Tone.HINT, MESSAGES.text("scan.answered")));
            }
            case ScanVerdict.Ours(var code, Outline outline) -> {
                boolean isNew = !finding.get().ours();
                finding.set(new ScanFinding(outline, true, look.width(), look.height()));
                if (isNew && settings.sound().get()) {
                    tools.chime().run();
                }
                claims.scanned(code);
            }
            case ScanVerdict.NotOurs(String sentence, Outline outline) -> {
                claims.outOfSight();
                finding.set(new ScanFinding(outline, false, look.width(), look.height()));
                remark(new ScanMessage(ScanMessage.Tone.REFUSED, sentence));
            }
            case ScanVerdict.Nothing(Hint hint) -> nothing(look, hint);
        }
    }

    private void nothing(Look look, Hint hint) {
        finding.set(ScanFinding.NONE);
        if (look.still()) {
            message.set(new ScanMessage(ScanMessage.Tone.REFUSED, MESSAGES.text("scan.picture.noCode")));
            return;
        }
        claims.outOfSight();
        if (answered.get()) {
            return; // a code that was not read for a moment may still be there
        }
        Hint shown = isScreen() ? Hint.NONE : steadyHint.after(hint);
        if (shown != Hint.NONE || message.get().tone() == ScanMessage.Tone.HINT) {
            remark(ScanMessage.of(shown, ScanMessage.aim(isScreen())));
        }
    }

    /** Says what the camera sees, unless the answer to a press is still to be read. */
    private void remark(ScanMessage seen) {
        if (!tools.clock().instant().isBefore(answerStaysUntil)) {
            message.set(seen);
        }
    }

    /** True if the source is a screen, which is not moved, lit or held. */
    private boolean isScreen() {
        return settings.camera().get() instanceof CameraChoice.Screen;
    }

    private void offered(LinkOffer offer) {
        typed.clear();
        onOffer.accept(offer);
    }

    private void refused(String why) {
        message.set(new ScanMessage(ScanMessage.Tone.REFUSED, why));
        typed.refused(why);
    }
}
