package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.CameraChoice;
import coderbased.camera.Look;
import coderbased.client.PhoneLinks;
import coderbased.phone.parts.PhoneSettings;
import coderbased.phone.parts.PhoneTools;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.QrText;
import coderbased.qr.Outline;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Answers to the codes that the scanner sees: they are marked, named, claimed, or the person is asked.
 *
 * <p>Use on the JavaFX thread.
 *
 * <p>Hop 4 of the Guest Token's way.
 */
final class ScanFindings {

    private final PhoneSettings settings;
    private final PhoneTools tools;
    private final CodeClaims claims;
    private final CodeChoice choice = new CodeChoice();
    private final ScanRemarks remarks;
    private final ReadOnlyObjectWrapper<ScanFinding> finding = new ReadOnlyObjectWrapper<>(ScanFinding.NONE);
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();
    private boolean chosen;

    /**
     * @param onOffer hears what the person has to be asked
     * @param onRefusal hears in words why a code was refused
     */
    ScanFindings(
            PhoneLinks links,
            PhoneSettings settings,
            PhoneTools tools,
            Consumer<LinkOffer> onOffer,
            Consumer<String> onRefusal) {
        this.settings = settings;
        this.tools = tools;
        this.remarks = new ScanRemarks(tools.clock(), this::isScreen);
        this.claims = new CodeClaims(
                links,
                settings.openLink(),
                tools.fx(),
                offer -> {
                    chosen = false;
                    onOffer.accept(offer);
                },
                why -> {
                    refused(why);
                    onRefusal.accept(why);
                });
        claims.busy().subscribe(asking -> {
            if (asking) {
                remarks.say(ScanMessage.asking());
            }
        });
        claims.answered().subscribe(now -> answered.set(answered.get() && now));
    }

    CodeClaims claims() {
        return claims;
    }

    ScanRemarks remarks() {
        return remarks;
    }

    /** Returns the code that is marked in the newest picture. */
    ReadOnlyObjectProperty<ScanFinding> finding() {
        return finding.getReadOnlyProperty();
    }

    /** Returns the codes to choose from. */
    ReadOnlyObjectProperty<CodesInView> codesInView() {
        return choice.codes();
    }

    /** True while nothing is scanned because a computer was answered whose code is still in view. */
    ReadOnlyBooleanProperty answered() {
        return answered.getReadOnlyProperty();
    }

    /** Begins anew, with another source. */
    void reset() {
        forgetView();
        remarks.begin(standing());
        answered.set(false);
    }

    /** Called when the source is in trouble: the last remark was about a picture that is gone. */
    void lostSight() {
        forgetView();
        remarks.see(standing());
    }

    /** Forgets the codes of the newest picture. */
    void forgetView() {
        finding.set(ScanFinding.NONE);
        choice.close();
    }

    private ScanMessage standing() {
        return claims.busy().get() ? ScanMessage.asking() : remarks.aim();
    }

    /** Takes the code of that number, if it is in view. */
    void choose(int number) {
        choice.choose(number).ifPresent(code -> {
            claims.forget();
            chosen = true;
            claim(code);
        });
    }

    /** Chooses none of the codes in view. */
    void chooseNone() {
        choice.rest();
        remarks.say(remarks.aim());
    }

    /** Takes note of a picture that was looked at. */
    void judge(Look look, ScanVerdict verdict) {
        List<ScanVerdict.Ours> own = switch (verdict) {
            case ScanVerdict.Ours ours -> List.of(ours);
            case ScanVerdict.Several(var codes) -> codes;
            default -> List.of();
        };
        Optional<ScanVerdict.Ours> alone = claims.answered().get() ? Optional.empty() : choice.see(own, look);
        if (choice.isOpen()) {
            finding.set(ScanFinding.NONE);
            remarks.see(new ScanMessage(ScanMessage.Tone.HINT, MESSAGES.text("scan.choice")));
            return;
        }
        switch (verdict) {
            case ScanVerdict.Ours _, ScanVerdict.Several _ -> {
                mark(own.getFirst().outline(), !claims.answered().get() && !choice.isResting(), look);
                alone.ifPresentOrElse(code -> claim(code.code()), () -> pass(own.getFirst()));
            }
            case ScanVerdict.NotOurs(String sentence, Outline outline) -> {
                claims.outOfSight();
                mark(outline, false, look);
                remarks.see(new ScanMessage(ScanMessage.Tone.REFUSED, sentence));
            }
            case ScanVerdict.Nothing nothing -> nothing(look, nothing);
        }
    }

    private void mark(Outline outline, boolean ours, Look look) {
        finding.set(new ScanFinding(outline, ours, look.width(), look.height()));
    }

    private void claim(QrText.Ours code) {
        if (claims.scanned(code) && settings.sound().get()) {
            tools.chime().run();
        }
    }

    /** Says why an own code is not claimed now. */
    private void pass(ScanVerdict.Ours code) {
        if (claims.answered().get()) {
            claims.scanned(code.code());
            answered.set(true);
            remarks.see(new ScanMessage(ScanMessage.Tone.HINT, MESSAGES.text("scan.answered")));
        } else if (choice.isResting()) {
            remarks.see(new ScanMessage(ScanMessage.Tone.HINT, MESSAGES.text("scan.choice.left")));
        }
    }

    private void nothing(Look look, ScanVerdict.Nothing nothing) {
        finding.set(ScanFinding.NONE);
        if (look.still()) {
            remarks.say(new ScanMessage(ScanMessage.Tone.REFUSED, MESSAGES.text("scan.picture.noCode")));
            return;
        }
        claims.outOfSight();
        if (!answered.get()) { // a code that was not read for a moment may still be there
            remarks.help(nothing.hint());
        }
    }

    private void refused(String why) {
        ScanMessage refusal = new ScanMessage(ScanMessage.Tone.REFUSED, why);
        if (chosen) {
            remarks.answer(refusal); // the codes are still in view, and the question comes again
        } else {
            remarks.say(refusal);
        }
        chosen = false;
    }

    private boolean isScreen() {
        return settings.camera().get() instanceof CameraChoice.Screen;
    }
}
