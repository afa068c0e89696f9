package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.auth.tokens.AuthKeys;
import coderbased.canary.Canary;
import coderbased.protocol.AuthHttp;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The canary that watches every test sings when a secret is logged or stored, and only then. */
class SecretsAreNoticedTest {

    private static final Logger LOG = LoggerFactory.getLogger(SecretsAreNoticedTest.class);

    @TempDir
    private Path folder;

    private AuthWorld world;
    private TestPhone ada;
    private TestDesktop desktop;

    @BeforeEach
    void somebodyWithADesktop() {
        world = new AuthWorld(folder);
        ada = world.signUp("ada");
        desktop = world.desktop();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aSecretInALogLineIsFoundInAnyForm() throws Exception {
        String typed = desktop.shown().typedCode().value();
        String token = ada.token();
        for (String secret : List.of(
                desktop.shown().qrText().value(),
                desktop.guestToken(),
                typed,
                typed.replace("-", ""),
                token,
                token.substring(token.indexOf('.') + 1, token.lastIndexOf('.')),
                Files.readString(folder.resolve(AuthKeys.ADMIN_TOKEN_FILE)).strip(),
                Files.readString(folder.resolve("signing-key.pem")),
                AuthWorld.PASSWORD)) {
            LOG.trace("planted: {}", secret);
            assertEquals(1, Canary.logged().size(), secret);
            LOG.debug("planted", new IllegalStateException("with " + secret));
            assertEquals(1, Canary.logged().size(), secret);
        }
    }

    @Test
    void aSubsequentCodeCountsAsASecret() {
        world.pass(java.time.Duration.ofSeconds(61));
        LOG.trace("planted: {}", desktop.guestToken());
        assertEquals(1, Canary.logged().size());
    }

    @Test
    void namesAreNotSecrets() {
        AuthHttp.LinkOffer offer = ada.scan(desktop);
        LOG.trace("session {} of {}, link {}", ada.sessionId(), ada.accountId(), offer.linkId());
        assertEquals(List.of(), Canary.logged());
    }

    @Test
    void aSecretInADatabaseIsFound() throws Exception {
        Path planted = folder.resolve("planted.db");
        Files.writeString(planted, "\0\u00e9" + desktop.guestToken() + "\0", StandardCharsets.ISO_8859_1);
        assertThrows(AssertionError.class, () -> new Canary().afterEach(null));
        Files.delete(planted);
    }
}
