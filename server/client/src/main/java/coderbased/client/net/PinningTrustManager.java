package coderbased.client.net;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Adapter of a {@link Judge} of server certificates to JSSE. The judge alone decides, also about the host name. */
final class PinningTrustManager extends X509ExtendedTrustManager {

    private final Judge judge;
    private final X509ExtendedTrustManager system;

    PinningTrustManager(Judge judge, X509ExtendedTrustManager system) {
        this.judge = judge;
        this.system = system;
    }

    /** Decision about a certificate chain. */
    interface Judge {

        /** @throws CertificateException if the connection must end */
        void judge(X509Certificate[] chain, Check systemCheck) throws CertificateException;
    }

    /** The system's check, with what it knows about the connection. */
    interface Check {

        void run(X509ExtendedTrustManager system) throws CertificateException;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        judge.judge(chain, system -> system.checkServerTrusted(chain, kind, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        judge.judge(chain, system -> system.checkServerTrusted(chain, kind, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("a certificate without its connection cannot be judged");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return system.getAcceptedIssuers();
    }
}
