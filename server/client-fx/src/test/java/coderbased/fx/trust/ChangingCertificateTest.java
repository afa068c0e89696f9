package coderbased.fx.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.client.net.ProblemException;
import coderbased.client.net.ServerTrust;
import coderbased.testing.TestCertificate;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A server that shows another certificate while a person compares the first one. */
class ChangingCertificateTest {

    private final AtomicInteger retries = new AtomicInteger();

    @Test
    void onlyTheComparedCertificateIsTrusted() throws Exception {
        ServerTrust trust;
        int port;
        try (UntrustedServer first = new UntrustedServer()) {
            trust = first.refusingClient();
            port = first.address().getPort();
        }
        try (CertificateViewModel viewModel = new CertificateViewModel(
                        trust, Runnable::run, Clock.systemUTC(), retries::incrementAndGet, _ -> {});
                UntrustedServer _ = new UntrustedServer(TestCertificate.SECOND, port)) {
            String words = viewModel.words().getValue();
            assertThrows(ProblemException.class, () -> UntrustedServer.call(trust));
            assertEquals(TestCertificate.FIRST.fingerprint(), shown(viewModel), "it stays while it is compared");

            viewModel.trust();
            assertNull(trust.decision().trusted());
            assertEquals(0, retries.get());
            assertEquals(TestCertificate.SECOND.fingerprint(), shown(viewModel));
            assertNotEquals(words, viewModel.words().getValue(), "it says that the certificate changed");

            viewModel.trust();
            UntrustedServer.call(trust);
            assertEquals(1, retries.get());
        }
    }

    private static String shown(CertificateViewModel viewModel) {
        return viewModel.fingerprint().getValue().replaceAll("[: ]", "");
    }
}
