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
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** The scanner: what the camera sees, what was found in it, and what became of that. */
public final class ScannerViewModel implements AutoCloseable {

    private final PhoneLinks links;
    private final PhoneTools tools;
    private final PhoneSettings settings;
    private final Consumer<LinkOffer> onOffer;
    private final ScanFindings findings;
    private final CodeClaims claims;
    private final ScannerSight sight;
    private final CameraMenuViewModel menu;
    private final TypedCodeViewModel typed;
    private final BooleanProperty covered = new SimpleBooleanProperty();
    private final ObservableValue<Boolean> mirrored;
    private final Subscription cameraChosen;

    public ScannerViewModel(PhoneLinks links, PhoneSettings settings, PhoneTools tools, Consumer<LinkOffer> onOffer) {
        this.links = links;
        this.tools = tools;
        this.settings = settings;
        this.onOffer = onOffer;
        this.findings = new ScanFindings(links, settings, tools, this::offered, this::refused);
        this.claims = findings.claims();
        this.typed = new TypedCodeViewModel(claims::typed);
        this.sight = new ScannerSight(tools.cameras(), tools.fx(), this::looked);
        this.menu = new CameraMenuViewModel(tools.cameras(), settings.camera(), sight.rates(), tools.fx());
        this.mirrored =
                Bindings.createBooleanBinding(this::isMirrored, settings.camera(), settings.mirrored(), sight.still());
        sight.trouble().subscribe(this::lostSight);
        covered.subscribe(findings::forgetView);
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
        return findings.finding();
    }

    /** Returns the codes of several computers, of which the person chooses one. */
    public ReadOnlyObjectProperty<CodesInView> codesInView() {
        return findings.codesInView();
    }

    /** Takes the code of that number, if it is in view. */
    public void choose(int number) {
        findings.choose(number);
    }

    /** Chooses none of the codes and goes on scanning; after a single picture, goes back to the camera. */
    public void chooseNone() {
        findings.chooseNone();
        if (sight.still().get() && !(settings.camera().get() instanceof CameraChoice.Picture)) {
            retry();
        }
    }

    /** Returns the message for the person. */
    public ReadOnlyObjectProperty<ScanMessage> message() {
        return findings.remarks().message();
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
        return findings.answered();
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
        findings.reset();
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
        findings.reset();
        findings.remarks().say(new ScanMessage(ScanMessage.Tone.QUIET, MESSAGES.text("scan.picture.looking")));
        sight.lookAt(picture);
    }

    /** Looks at this picture file once. */
    public void lookAt(Path file) {
        lookAt(tools.cameras().camera(new CameraChoice.Picture(file)));
    }

    /** Shows that the chosen file or clipboard is not a picture. */
    public void noPicture(String why) {
        findings.remarks().answer(new ScanMessage(ScanMessage.Tone.REFUSED, why));
    }

    private void watchChosen() {
        if (sight.isOpen()) {
            watch();
        }
    }

    private void watch() {
        findings.reset();
        sight.watch(settings.camera().get());
    }

    private void lostSight() {
        if (sight.trouble().isNotEmpty().get()) {
            findings.lostSight();
        } else {
            findings.forgetView();
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
        findings.judge(look, verdict);
    }

    private void offered(LinkOffer offer) {
        typed.clear();
        onOffer.accept(offer);
    }

    private void refused(String why) {
        typed.refused(why);
    }
}
