package coderbased.auth.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionUse;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.LinkChoices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's keys, and what is made of them. */
final class AuthKeysTest {

    @TempDir
    private Path folder;

    private AuthKeys keys;

    @BeforeEach
    void aServersKeys() throws Exception {
        keys = AuthKeys.open(folder, new SecureRandom());
    }

    @Test
    void onlyTheWholeAdminTokenIsAccepted() throws Exception {
        String token =
                Files.readString(folder.resolve(AuthKeys.ADMIN_TOKEN_FILE)).strip();
        assertEquals(32, token.length(), "160 bits");
        assertTrue(keys.isAdminToken(token));
        assertFalse(keys.isAdminToken(token.substring(1)));
        assertFalse(keys.isAdminToken(""));
    }

    @Test
    void aMissingFolderIsMade() throws Exception {
        Path made = folder.resolve("new").resolve("data");
        assertNotEquals(keys.serverId(), AuthKeys.open(made, new SecureRandom()).serverId());
        assertTrue(Files.isRegularFile(made.resolve(AuthKeys.SIGNING_KEY_FILE)));
    }

    @Test
    void everyPurposeHasItsOwnSecret() throws Exception {
        byte[] secret = keys.secretFor("nonces");
        assertEquals(32, secret.length);
        assertArrayEquals(secret, AuthKeys.open(folder, new SecureRandom()).secretFor("nonces"));
        assertFalse(Arrays.equals(secret, keys.secretFor("challenges")));
        Files.delete(folder.resolve(AuthKeys.SIGNING_KEY_FILE));
        assertFalse(
                Arrays.equals(secret, AuthKeys.open(folder, new SecureRandom()).secretFor("nonces")));
    }

    @Test
    void thePublicKeyIsTheOneThatTokensName() {
        DeviceKey key = DeviceKey.of((ECPublicKey) keys.signingKey().getPublic());
        assertEquals(
                List.of(new AuthKeys.Jwk("EC", "P-256", key.x(), key.y(), "sig", "ES256", key.thumbprint())),
                keys.publicKeys().keys());
        assertEquals(key.thumbprint(), keys.keyId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "ABCDEFG", "ABCDE!", "abcdef"})
    void anotherServerIdIsRefused(String id) throws Exception {
        Files.writeString(folder.resolve(AuthKeys.SERVER_ID_FILE), id);
        assertTrue(refusal().contains("does not hold a server id"));
    }

    @Test
    void anotherSigningKeyIsRefused() throws Exception {
        Path file = folder.resolve(AuthKeys.SIGNING_KEY_FILE);
        String pem = Files.readString(file);
        for (String other : List.of(
                "no key",
                pem.replace("PUBLIC", "OTHER"),
                pem.replace("PRIVATE", "OTHER"),
                pem.replaceFirst("(?s)KEY-----.*?-----END", "KEY-----\nAAAA\n-----END"))) {
            Files.writeString(file, other);
            assertTrue(refusal().contains("does not hold the server's signing key"), other);
        }
    }

    @Test
    void aTokenNamesOneRow() {
        Session session = session("s", "a", DeviceKind.PHONE);
        TokenClaims claims = TokenClaims.of(session, 3, "t");
        assertEquals(
                new TokenClaims(
                        "t",
                        "s",
                        "a",
                        DeviceKind.PHONE,
                        3,
                        session.device().key().thumbprint()),
                claims);
        assertTrue(claims.names(session));
        assertFalse(claims.names(session("other", "a", DeviceKind.PHONE)));
        assertFalse(claims.names(session("s", "other", DeviceKind.PHONE)));
        assertFalse(claims.names(session("s", "a", DeviceKind.WEB)));
        assertEquals(Optional.of(claims), new TokenVerdict.Good(claims).claims());
        assertEquals(Optional.of(claims), new TokenVerdict.Expired(claims).claims());
        assertEquals(Optional.empty(), new TokenVerdict.Bad().claims());
    }

    private String refusal() {
        return assertThrows(IOException.class, () -> AuthKeys.open(folder, new SecureRandom()))
                .getMessage();
    }

    private Session session(String id, String account, DeviceKind kind) {
        DeviceKey key = DeviceKey.of((ECPublicKey) keys.signingKey().getPublic());
        return new Session(
                id,
                account,
                kind,
                null,
                null,
                new SessionDevice(new DeviceFacts("PC", "Desktop", "Os"), key),
                SessionUse.fresh(Instant.EPOCH, "::1"),
                LinkChoices.FULL);
    }
}
