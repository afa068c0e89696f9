package coderbased.fx.trust;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.net.ServerCertificate;
import coderbased.client.net.ServerTrust;
import coderbased.fx.Live;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * The certificate of one server: the one that can be trusted now, or the one that was.
 *
 * <p>An offered certificate stays shown until the person decides, even if the server shows another one meanwhile: only
 * the one that the person compared is trusted, and only if the server still shows it.
 */
public final class CertificateViewModel implements AutoCloseable {

    private final ServerTrust trust;
    private final Clock clock;
    private final Runnable retry;
    private final Consumer<Runnable> reconnect;
    private final Live<ServerTrust.Decision> decision;
    private final ReadOnlyObjectWrapper<ServerTrust.Decision> shown;
    private boolean hasChanged;

    /**
     * @param retry tries again now, after a certificate was trusted
     * @param reconnect ends the connections, runs its argument, and connects again
     */
    public CertificateViewModel(
            ServerTrust trust, Executor fx, Clock clock, Runnable retry, Consumer<Runnable> reconnect) {
        this.trust = trust;
        this.clock = clock;
        this.retry = retry;
        this.reconnect = reconnect;
        this.decision = new Live<>(trust.decision(), trust::watch, fx);
        this.shown = new ReadOnlyObjectWrapper<>(decision.value().get());
        decision.value().subscribe(this::follow);
    }

    /** Returns what the fingerprint is about; empty while there is nothing to decide. */
    ObservableValue<String> words() {
        return shown.map(now -> {
            if (now.trusted() == null && now.offered().isEmpty()) {
                return "";
            }
            String offered = hasChanged ? "certificate.changed" : "certificate.offered";
            return MESSAGES.text(now.trusted() == null ? offered : "certificate.trusted", "server", trust.server());
        });
    }

    /** True while there is a certificate that can be trusted. */
    public ObservableValue<Boolean> isOffered() {
        return shown.map(now -> now.offered().isPresent());
    }

    /** True while only one certificate is accepted, because it was trusted. */
    ObservableValue<Boolean> isTrusted() {
        return shown.map(now -> now.trusted() != null);
    }

    /** Returns the SHA-256 fingerprint of the offered or trusted certificate, in groups; empty if there is none. */
    ObservableValue<String> fingerprint() {
        return shown.map(now -> {
            String trusted = now.trusted();
            return trusted != null
                    ? trusted
                    : now.offered().map(ServerCertificate::groups).orElse("");
        });
    }

    /** Returns the time for which the offered certificate is valid, in words; empty if none is offered. */
    ObservableValue<String> validity() {
        return shown.map(now -> now.offered().map(this::validity).orElse(""));
    }

    /** Trusts the shown certificate for this server, and connects; shows the new one if it has changed. */
    void trust() {
        shown.get().offered().ifPresent(compared -> {
            trust.trust(compared);
            ServerTrust.Decision now = trust.decision();
            hasChanged = now.offered().isPresent();
            shown.set(now);
            if (!hasChanged) {
                retry.run();
            }
        });
    }

    /** Ends the connections that rest on the trusted certificate, forgets it, and connects again. */
    void forget() {
        reconnect.accept(trust::forget); // a login that ends with its client ends on the server too
    }

    @Override
    public void close() {
        decision.close();
    }

    private void follow(ServerTrust.Decision now) {
        if (now.offered().isEmpty() || shown.get().offered().isEmpty()) {
            hasChanged = false;
            shown.set(now);
        }
    }

    private String validity(ServerCertificate offered) {
        Instant now = clock.instant();
        String key = now.isAfter(offered.until())
                ? "certificate.expired"
                : now.isBefore(offered.from()) ? "certificate.notYet" : "certificate.valid";
        return MESSAGES.text(key, "from", day(offered.from()), "until", day(offered.until()));
    }

    private String day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone()).toString();
    }
}
