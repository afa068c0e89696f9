package coderbased.phone.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.PhoneState;
import coderbased.client.net.ServerTrust;
import coderbased.fx.trust.UntrustedServer;
import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.ErrorCode;
import coderbased.testing.TestCertificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person trusts the certificate of a server, and forgets it again. */
class CertificateScreenTest {

    private static final String SIGNED_IN = "signIn ada secret word";

    @Test
    void personTrustsACertificateAndForgetsIt() throws Exception {
        try (UntrustedServer server = new UntrustedServer();
                Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedOut(server.refusingClient()))) {
            screen.phone.account = PlayedPhone.refusal(ErrorCode.TRY_LATER, "It is not trusted.");
            screen.type("#" + PhoneIds.SIGN_IN_HANDLE, "ada").type("#" + PhoneIds.SIGN_IN_PASSWORD, "secret word");
            screen.click("#" + PhoneIds.SIGN_IN_SUBMIT).awaitText("#" + PhoneIds.SIGN_IN_PROBLEM, "It is not trusted.");
            screen.awaitText("#certificate-fingerprint", lines(TestCertificate.FIRST.fingerprint()));

            screen.click("#certificate-trust").awaitGone("#certificate");
            assertEquals(List.of(SIGNED_IN, SIGNED_IN, "retry"), screen.phone.asked);
            UntrustedServer.call(screen.phone.trust());
            screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, null));

            screen.click("#" + PhoneIds.TAB_SETTINGS).click("#certificate-forget");
            screen.awaitGone("#certificate");
            assertTrue(screen.phone.trust().decision().trusted() == null);
            assertEquals(List.of(screen.settings.server().get()), screen.serversWanted);
        }
    }

    @Test
    void personWhoIsSignedOutForgetsAChangedCertificate() throws Exception {
        try (UntrustedServer server = new UntrustedServer()) {
            ServerTrust trust = server.refusingClient();
            trust.trust(trust.decision().offered().orElseThrow());
            try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedOut(trust))) {
                screen.awaitShown("#" + PhoneIds.SERVER_EDIT);
                assertFalse(screen.shows("#certificate-forget"));
                screen.click("#" + PhoneIds.SERVER_EDIT).click("#certificate-forget");
                screen.awaitGone("#certificate-forget");
                assertNull(trust.decision().trusted());
                assertEquals(List.of(screen.settings.server().get()), screen.serversWanted);
            }
        }
    }

    private static String lines(String fingerprint) {
        return fingerprint.replaceAll("..(?=.)", "$0:").replaceAll("((?:..:){7}..):", "$1\n");
    }
}
