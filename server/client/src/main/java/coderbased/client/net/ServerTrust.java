package coderbased.client.net;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trust in the certificate of one server. The system decides, unless the user has trusted one certificate for this host
 * and port: then exactly that one is accepted, and no other, whoever vouches for it (trust on first use).
 *
 * <p>If the file of the trusted certificates cannot be read, only the system decides, and no certificate is offered: it
 * may not be the first one.
 *
 * <p>A refused certificate ends the TLS handshake, before anything of this device is sent. Thread-safe. Listeners are
 * called on the thread that connects.
 */
public final class ServerTrust {

    private final ServerAddress server;
    private final TrustedServers trusted;
    private final X509ExtendedTrustManager system;
    private final SSLContext context;
    private final List<Consumer<Decision>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable ServerCertificate refused;

    /** @param folder of the profile; null to keep decisions in memory only */
    public ServerTrust(ServerAddress server, @Nullable Path folder) {
        this.server = server;
        this.trusted = new TrustedServers(folder);
        this.system = systemTrust();
        this.context = context(new PinningTrustManager(this::requireTrusted, system));
    }

    /**
     * State of the trust in this server.
     *
     * @param trusted fingerprint of the only certificate that is accepted, in groups; null if the system decides
     * @param refused certificate of the last connection, which was refused; null if it was accepted
     */
    public record Decision(
            @Nullable String trusted, @Nullable ServerCertificate refused) {

        /** Returns the certificate that the user may trust. None is offered in place of one that was trusted. */
        public Optional<ServerCertificate> offered() {
            return trusted == null ? Optional.ofNullable(refused) : Optional.empty();
        }
    }

    /** Returns the server that this is about. */
    public ServerAddress server() {
        return server;
    }

    /** Returns the current state. */
    public synchronized Decision decision() {
        return new Decision(
                trusted.at(server.place()).map(ServerCertificate::grouped).orElse(null), refused);
    }

    /** Calls the listener with the current state, then with each new one. */
    public Subscription watch(Consumer<Decision> listener) {
        listeners.add(listener);
        listener.accept(decision());
        return () -> listeners.remove(listener);
    }

    /** Trusts that certificate for this host and port from now on, if it is still the one that was offered. */
    public void trust(ServerCertificate offered) {
        synchronized (this) {
            if (!decision().offered().equals(Optional.of(offered))) {
                return;
            }
            trusted.put(server.place(), offered.fingerprint());
            refused = null;
        }
        tell();
    }

    /** Forgets the trusted certificate. New connections are judged by the system again; open ones stay. */
    public void forget() {
        synchronized (this) {
            trusted.remove(server.place());
            refused = null;
        }
        // A resumed TLS session would be accepted without another look at the certificate.
        SSLSessionContext sessions = context.getClientSessionContext();
        for (byte[] id : Collections.list(sessions.getIds())) {
            Optional.ofNullable(sessions.getSession(id)).ifPresent(SSLSession::invalidate);
        }
        tell();
    }

    /** Returns the TLS context for every connection to this server. */
    SSLContext context() {
        return context;
    }

    private void requireTrusted(X509Certificate[] chain, PinningTrustManager.Check systemCheck)
            throws CertificateException {
        ServerCertificate shown = ServerCertificate.of(chain[0]);
        Optional<String> pin = trusted.at(server.place());
        try {
            if (trusted.unreadable().isPresent()) {
                requireSystemTrust(systemCheck, trusted.unreadable().get());
            } else if (pin.isEmpty()) {
                systemCheck.run(system);
            } else if (!pin.get().equals(shown.fingerprint())) {
                throw new CertificateChanged();
            }
            noted(null);
        } catch (CertificateException e) {
            noted(e instanceof TrustUnreadable ? null : shown);
            throw e;
        }
    }

    private void requireSystemTrust(PinningTrustManager.Check systemCheck, Path unreadable) throws TrustUnreadable {
        try {
            systemCheck.run(system);
        } catch (CertificateException e) {
            throw new TrustUnreadable(unreadable, e);
        }
    }

    private void noted(@Nullable ServerCertificate shown) {
        synchronized (this) {
            if (Objects.equals(refused, shown)) {
                return;
            }
            refused = shown;
        }
        tell();
    }

    private void tell() {
        Decision now = decision();
        listeners.forEach(listener -> listener.accept(now));
    }

    private static X509ExtendedTrustManager systemTrust() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the system's trusted certificates cannot be read", e);
        }
    }

    private static SSLContext context(TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("there is no TLS in this Java", e);
        }
    }

    /** Refusal of a certificate that is not the trusted one. */
    static final class CertificateChanged extends CertificateException {

        private static final long serialVersionUID = 1;
    }

    /** Refusal of a certificate that may be the trusted one, or not. The message is the file that cannot be read. */
    static final class TrustUnreadable extends CertificateException {

        private static final long serialVersionUID = 1;

        TrustUnreadable(Path file, CertificateException why) {
            super(file.toString(), why);
        }
    }
}
