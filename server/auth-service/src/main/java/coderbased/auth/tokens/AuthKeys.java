package coderbased.auth.tokens;

import coderbased.disk.DurableFile;
import coderbased.disk.OwnerOnlyFile;
import coderbased.protocol.Base32;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.QrText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The server's identity: its id, the key that signs its tokens, and the admin token. Made at the first start, each in a
 * file of its own in the data directory that only the server's user may read; whoever moves the data moves them along.
 */
public final class AuthKeys {

    /** Name of the file that holds the admin token. */
    public static final String ADMIN_TOKEN_FILE = "admin-token";

    /** Name of the file that holds the server's id. */
    public static final String SERVER_ID_FILE = "server-id";

    /** Name of the file that holds the key that tokens are signed with. */
    public static final String SIGNING_KEY_FILE = "signing-key.pem";

    private static final int ADMIN_TOKEN_BYTES = 20;

    private final String serverId;
    private final KeyPair signingKey;
    private final String adminToken;

    private AuthKeys(String serverId, KeyPair signingKey, String adminToken) {
        this.serverId = serverId;
        this.signingKey = signingKey;
        this.adminToken = adminToken;
    }

    /**
     * Reads them, or makes them.
     *
     * @throws IOException if the directory cannot be used or has other content under these names; the message names the
     *     file and the reason
     */
    public static AuthKeys open(Path dataDirectory, RandomGenerator random) throws IOException {
        DurableFile.makeFolder(dataDirectory);
        Path idFile = dataDirectory.resolve(SERVER_ID_FILE);
        String serverId =
                OwnerOnlyFile.readOrMake(idFile, () -> randomText(random, 5).substring(0, QrText.SERVER_CHARS));
        if (serverId.length() != QrText.SERVER_CHARS || !Base32.isCanonical(serverId)) {
            throw new IOException(
                    "The file " + idFile + " does not hold a server id. Put the one it held before back.");
        }
        String admin = OwnerOnlyFile.readOrMake(
                dataDirectory.resolve(ADMIN_TOKEN_FILE), () -> randomText(random, ADMIN_TOKEN_BYTES));
        return new AuthKeys(serverId, readSigningKey(dataDirectory.resolve(SIGNING_KEY_FILE)), admin);
    }

    /** The server's id, as QR codes and proofs name it. */
    public String serverId() {
        return serverId;
    }

    /** True if that is the admin token; takes the same time for every wrong one. */
    public boolean isAdminToken(String presented) {
        return MessageDigest.isEqual(
                adminToken.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    /** The public keys that tokens are signed with, as a JWK set (RFC 7517 section 5). */
    public JwkSet publicKeys() {
        DeviceKey jwk = publicJwk();
        return new JwkSet(List.of(new Jwk(jwk.kty(), jwk.crv(), jwk.x(), jwk.y(), "sig", "ES256", keyId())));
    }

    KeyPair signingKey() {
        return signingKey;
    }

    /** The key's thumbprint (RFC 7638), which tokens name as {@code kid}. */
    String keyId() {
        return publicJwk().thumbprint();
    }

    /** 256 bits for that purpose and no other, the same on every node of this server. */
    public byte[] secretFor(String purpose) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(purpose.getBytes(StandardCharsets.UTF_8));
            return hash.digest(signingKey.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private DeviceKey publicJwk() {
        return DeviceKey.of((ECPublicKey) signingKey.getPublic());
    }

    private static KeyPair readSigningKey(Path file) throws IOException {
        String pem = OwnerOnlyFile.readOrMake(file, SigningKeyPem::make);
        try {
            return SigningKeyPem.read(pem);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    "The file " + file + " does not hold the server's signing key. Put the one it held"
                            + " before back, or delete it: then every device has to sign in again.",
                    e);
        }
    }

    private static String randomText(RandomGenerator random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base32.encode(drawn);
    }

    /** A JWK set, as it goes onto the wire. */
    public record JwkSet(List<Jwk> keys) {}

    /** One public key in it. */
    record Jwk(String kty, String crv, String x, String y, String use, String alg, String kid) {}
}
