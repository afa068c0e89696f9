package coderbased.phone.scan;

import coderbased.client.PhoneClient;
import coderbased.phone.parts.Refusal;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.GuestToken;
import coderbased.protocol.QrText;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Claims codes at the server, one at a time, and each only once while it stays in front of the camera.
 *
 * <p>Use on the JavaFX thread.
 *
 * <p>Hop 4 of the Guest Token's way.
 */
final class CodeClaims {

    /** A code that was refused is tried again only after it has been out of sight for so many looks. */
    private static final int MISSES_TO_FORGET = 15;

    private final PhoneClient client;
    private final Executor fx;
    private final Consumer<LinkOffer> onOffer;
    private final Consumer<String> onRefusal;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable GuestToken lastTried;
    private @Nullable String refusal;
    private int looksWithout;

    /**
     * @param onOffer hears what the person has to be asked
     * @param onRefusal hears in words why there is nothing to ask
     */
    CodeClaims(PhoneClient client, Executor fx, Consumer<LinkOffer> onOffer, Consumer<String> onRefusal) {
        this.client = client;
        this.fx = fx;
        this.onOffer = onOffer;
        this.onRefusal = onRefusal;
    }

    /** True while a code is being claimed. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Claims a code that was scanned; of one that was refused before, says again why. */
    void scanned(QrText.Ours code) {
        looksWithout = 0;
        if (busy.get()) {
            return;
        }
        if (!code.token().equals(lastTried)) {
            lastTried = code.token();
            refusal = null;
            claim(client.claim(code), code.token());
        } else if (refusal != null) {
            onRefusal.accept(refusal);
        }
    }

    /** Claims a code that was typed, unless another is being claimed. */
    void typed(String code) {
        if (!busy.get()) {
            claim(client.claimTyped(code), null);
        }
    }

    /** Called when a picture has no code. */
    void outOfSight() {
        if (++looksWithout == MISSES_TO_FORGET) {
            lastTried = null;
        }
    }

    /** Forgets the codes seen so far. */
    void forget() {
        lastTried = null;
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
            String why = Refusal.of(failure).message();
            if (scanned != null && scanned.equals(lastTried)) {
                refusal = why;
            }
            onRefusal.accept(why);
        }
    }
}
