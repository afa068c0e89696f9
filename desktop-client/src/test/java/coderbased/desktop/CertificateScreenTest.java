package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.SessionState;
import coderbased.client.net.ProblemException;
import coderbased.fx.trust.UntrustedServer;
import coderbased.testing.TestCertificate;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person trusts the certificate of a server, and forgets it again. */
class CertificateScreenTest {

    private static final String TRUST = "#certificate-trust";

    @TempDir
    private Path folder;

    @Test
    void personTrustsACertificateAndForgetsIt() throws Exception {
        try (UntrustedServer server = new UntrustedServer();
                TestWindow window = new TestWindow(folder, server.refusingClient())) {
            window.tell(new SessionState.Connecting("It is not trusted.", null));
            assertEquals(
                    TestCertificate.FIRST.fingerprint(),
                    window.text("#certificate-fingerprint").replaceAll("[:\n]", ""));
            assertTrue(
                    window.text("#certificate-text").contains(server.address().toString()));
            assertTrue(window.text("#certificate-validity").contains("2126-"));
            Button trust = (Button) window.node(TRUST);
            assertFalse(TestWindow.onFx(() -> trust.isFocused() || trust.isDefaultButton()), "never preselected");
            assertThrows(ProblemException.class, () -> UntrustedServer.call(window.client.trust()));

            window.click(TRUST);
            TestWindow.until(() -> window.client.asked.contains("showNewCode"));
            UntrustedServer.call(window.client.trust());
            assertFalse(window.sees(TRUST));

            AtomicReference<String> trustedAtTheEnd = new AtomicReference<>();
            window.client.onClose =
                    () -> trustedAtTheEnd.set(window.client.trust().decision().trusted());
            window.click("#" + DesktopIds.SETTINGS);
            window.click("#certificate-forget");
            TestWindow.until(() -> window.client.asked.contains("close"));
            assertNotNull(trustedAtTheEnd.get(), "a temporary login still ends on the server");
            assertThrows(ProblemException.class, () -> UntrustedServer.call(window.client.trust()));
            assertEquals(1, server.calls.size());
        }
    }
}
