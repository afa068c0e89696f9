package coderbased.phone.scan;

import coderbased.client.PhoneLinks;
import coderbased.phone.parts.RefusalWords;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestToken;
import coderbased.protocol.Problem;
import coderbased.protocol.QrText;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Claims codes at the server, one at a time, and each only once while it stays in front of the camera.
 *
 * <p>After a computer was answered, nothing is claimed until its code has left the view: it shows a new code at once.
 *
 * <p>Use on the JavaFX thread.
 *
 * <p>Hop 4 of the Guest Token's way.
 */
final class CodeClaims {

    /** A code that was refused or answered is claimed again only after it was out of sight for so many looks. */
    private static final int MISSES_TO_FORGET = 15;

    private final PhoneLinks links;
    private final StringProperty open;
    private final Executor fx;
    private final Consumer<LinkOffer> onOffer;
    private final Consumer<String> onRefusal;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();
    private @Nullable GuestToken lastTried;
    private @Nullable String refusal;
    private int looksWithout;

    /**
     * @param open the code that was claimed last, as long as its computer may wait for an answer; kept by the settings
     * @param onOffer hears what the person has to be asked
     * @param onRefusal hears in words why there is nothing to ask
     */
    CodeClaims(
            PhoneLinks links,
            StringProperty open,
            Executor fx,
            Consumer<LinkOffer> onOffer,
            Consumer<String> onRefusal) {
        this.links = links;
        this.open = open;
        this.fx = fx;
        this.onOffer = onOffer;
        this.onRefusal = onRefusal;
    }

    /** True while a code is being claimed. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** True from an answer until the code of the answered computer has left the view. */
    ReadOnlyBooleanProperty answered() {
        return answered.getReadOnlyProperty();
    }

    /** Called when a computer was answered whose code may still be in view. */
    void answer() {
        looksWithout = 0;
        answered.set(true);
    }

    /**
     * Claims a code that was scanned, unless a computer was just answered; says again why one was refused. Returns true
     * if it is new.
     */
    boolean scanned(QrText.Ours code) {
        looksWithout = 0;
        if (busy.get() || answered.get()) {
            return false;
        }
        boolean isNew = !code.token().equals(lastTried);
        if (isNew) {
            lastTried = code.token();
            refusal = null;
            open.set(code.token().text());
            claim(links.claim(code), code.token());
        } else if (refusal != null) {
            onRefusal.accept(refusal);
        }
        return isNew;
    }

    /** Claims a code that was typed, unless another is being claimed. */
    void typed(String code) {
        if (!busy.get()) {
            open.set(code);
            claim(links.claimTyped(code), null);
        }
    }

    /**
     * Claims once more the code that was open when this program ended: the server repeats its answer to the same phone.
     *
     * @param onOver hears that the computer waits no longer
     */
    void resume(Runnable onOver) {
        String code = open.get();
        if (code.isEmpty() || busy.get()) {
            return;
        }
        busy.set(true);
        GuestToken.parse(code)
                .map(token -> links.claim(new QrText.Ours(token)))
                .orElseGet(() -> links.claimTyped(code))
                .whenCompleteAsync((offer, failure) -> resumed(offer, failure, onOver), fx);
    }

    private void resumed(@Nullable LinkOffer offer, @Nullable Throwable failure, Runnable onOver) {
        busy.set(false);
        if (offer != null) {
            onOffer.accept(offer);
        } else if (failure != null && forgetsOpen(RefusalWords.of(failure).code())) {
            onOver.run();
        }
    }

    /** Forgets the open code if the server refused it. Returns false if the server did not answer. */
    private boolean forgetsOpen(ErrorCode code) {
        boolean refused = code != ErrorCode.TRY_LATER && code != ErrorCode.SLOW_DOWN && code != ErrorCode.INTERNAL;
        if (refused) {
            open.set("");
        }
        return refused;
    }

    /** Called when a picture has no code of the own server. */
    void outOfSight() {
        if (++looksWithout == MISSES_TO_FORGET) {
            forget();
        }
    }

    /** Forgets the codes that were refused and answered so far. */
    void forget() {
        lastTried = null;
        answered.set(false);
    }

    /** Forgets a code that was refused, so that it is tried once more. */
    void forgetRefusal() {
        if (refusal != null) {
            lastTried = null;
        }
    }

    /** @param scanned the code in front of the camera; null for one that was typed */
    private void claim(CompletableFuture<LinkOffer> call, @Nullable GuestToken scanned) {
        busy.set(true);
        call.whenCompleteAsync((offer, failure) -> claimed(scanned, offer, failure), fx);
    }

    private void claimed(@Nullable GuestToken scanned, @Nullable LinkOffer offer, @Nullable Throwable failure) {
        busy.set(false);
        if (offer != null) {
            onOffer.accept(offer);
        } else if (failure != null) {
            Problem problem = RefusalWords.of(failure);
            forgetsOpen(problem.code());
            String why = problem.message();
            if (scanned != null && scanned.equals(lastTried)) {
                refusal = why;
            }
            onRefusal.accept(why);
        }
    }
}
