package coderbased.auth.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.SessionLimits;
import coderbased.protocol.Base64Url;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Protocol;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of this server, and forged or damaged ones that look like them. */
class TokenSignerTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final TokenClaims PHONE = new TokenClaims("id", "session", "account", DeviceKind.PHONE, 7, "thumb");
    private static final TokenClaims WEB = new TokenClaims("id", "session", "account", DeviceKind.WEB, 7, "thumb");

    @TempDir
    private Path folder;

    private AuthKeys keys;
    private TokenSigner signer;

    @BeforeEach
    void aServersKeys() throws Exception {
        keys = AuthKeys.open(folder, new SecureRandom());
        signer = at(NOW);
    }

    @Test
    void whatIsMintedIsReadBack() {
        assertEquals(new TokenVerdict.Good(PHONE), at(NOW).verify(signer.mint(PHONE)));
        assertEquals(new TokenVerdict.Good(WEB), at(NOW).verify(signer.mint(WEB)));
        assertTrue(signer.mint(PHONE).length() < 700, signer.mint(PHONE));
    }

    @Test
    void theTokenThatTheTestsForgeIsGoodUnlessSomethingIsChanged() {
        assertEquals(new TokenVerdict.Good(PHONE), signer.verify(forged(same -> same)));
    }

    @Test
    void everyClaimHasToBeThere() {
        for (String claim : List.of("iss", "aud", "sub", "sid", "gen", "exp", "iat", "jti", "cnf")) {
            assertBad(
                    "without " + claim,
                    forged(token -> token.claims().delete(claim).and()));
        }
        assertBad("without jkt", forged(token -> token.claim("cnf", Map.of("x5t", "thumb"))));
        assertBad("without kid", forged(token -> token.header().delete("kid").and()));
        assertEquals(new TokenVerdict.Good(PHONE), signer.verify(withHeader("")), "as it is minted");
        for (String more : List.of(
                ",\"crit\":[]",
                ",\"crit\":null",
                ",\"crit\":[\"exp\"]",
                ",\"typ\":\"auth+jwt\"",
                ",\"b64\":false",
                ",\"jwk\":{}",
                ",\"jku\":\"x\"",
                ",\"x5u\":\"x\"",
                ",\"x5c\":[]",
                ",\"cty\":\"x\"",
                ",\"x\":1")) {
            assertBad("header with " + more, withHeader(more));
        }
        assertBad("without typ", forged(token -> token.header().delete("typ").and()));
    }

    @Test
    void claimsHaveToBeWhatTheyShouldBe() {
        assertBad("other issuer", forged(token -> token.issuer("0THERS")));
        assertBad(
                "other audience",
                forged(token ->
                        token.claims().delete("aud").and().audience().add("x").and()));
        assertBad(
                "two audiences",
                forged(token -> token.audience().add("coderbased-web").and()));
        assertBad("text for a number", forged(token -> token.claim("gen", "7")));
        assertBad("number for a text", forged(token -> token.claim("sid", 7)));
        assertBad("other kid", forged(token -> token.header().keyId("other").and()));
    }

    @Test
    void oneKindDoesNotPassForTheOther() {
        assertBad(
                "web type", forged(token -> token.header().type("web-auth+jwt").and()));
        assertBad("plain type", forged(token -> token.header().type("JWT").and()));
    }

    @Test
    void aTokenForEverIsNoToken() {
        Instant longest = NOW.plus(TokenSigner.MAX_LIFETIME);
        assertEquals(
                new TokenVerdict.Good(PHONE), signer.verify(forged(token -> token.expiration(Date.from(longest)))));
        assertBad("too long", forged(token -> token.expiration(Date.from(longest.plusSeconds(1)))));
        assertBad("over before it began", forged(token -> token.issuedAt(Date.from(NOW.plus(Duration.ofDays(500))))));
    }

    @Test
    void timeIsOverAfterTheSkewAndStillSaysWho() {
        String token = signer.mint(PHONE);
        Instant end = NOW.plus(SessionLimits.defaults().phone());
        assertInstanceOf(
                TokenVerdict.Good.class,
                at(end.plus(TokenSigner.SKEW).minusSeconds(1)).verify(token));
        assertEquals(
                new TokenVerdict.Expired(PHONE),
                at(end.plus(TokenSigner.SKEW).plusSeconds(1)).verify(token));
    }

    @Test
    void anExpiredForgeryIsBadAndNotExpired() {
        TokenSigner later = at(NOW.plus(Duration.ofDays(500)));
        assertEquals(new TokenVerdict.Bad(), later.verify(forged(token -> token.issuer("0THERS"))));
        assertEquals(new TokenVerdict.Bad(), later.verify(signedWith(anotherKey())));
    }

    @Test
    void aClockThatWasSetBackDoesNotMatter() {
        String token = signer.mint(PHONE);
        assertEquals(
                new TokenVerdict.Good(PHONE), at(NOW.minus(Duration.ofHours(1))).verify(token));
    }

    @Test
    void onlyOurKeyAndOurAlgorithmCount() {
        assertBad("another key", signedWith(anotherKey()));
        assertBad("no signature", unsigned());
        assertBad(
                "an HMAC with the public key",
                Jwts.builder()
                        .header()
                        .type("auth+jwt")
                        .keyId(keys.keyId())
                        .and()
                        .subject("account")
                        .signWith(
                                new SecretKeySpec(keys.signingKey().getPublic().getEncoded(), "HmacSHA256"))
                        .compact());
        KeyPair rsa = Jwts.SIG.RS256.keyPair().build();
        assertBad("RSA", forgedWith(same -> same, rsa));
    }

    @Test
    void aSignedBombIsNotUnpacked() {
        assertBad(
                "deflated",
                forged(token -> token.claim("pad", "0".repeat(100_000)).compressWith(Jwts.ZIP.DEF)));
        assertBad("small and deflated", forged(token -> token.compressWith(Jwts.ZIP.DEF)));
        assertBad("small and gzipped", forged(token -> token.compressWith(Jwts.ZIP.GZIP)));
    }

    @Test
    void aTokenHasOneSpelling() {
        String token = signer.mint(PHONE);
        List<String> spellings = new ArrayList<>(List.of(
                token + "=",
                token + "==",
                " " + token,
                token + "\n",
                token.replace('_', '/').replace('-', '+') + "=",
                token + ".",
                "." + token,
                token.replace(".", "..")));
        String end = token.substring(0, token.length() - 1);
        for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            if (!(end + last).equals(token)) {
                spellings.add(end + last);
            }
        }
        for (String spelling : spellings) {
            assertBad("another spelling", spelling);
        }
    }

    @Test
    void junkIsRefusedBeforeItCosts() {
        assertBad("a megabyte", "A".repeat(1_000_000));
        assertBad("a megabyte with dots", ("A".repeat(300_000) + ".").repeat(3));
        assertBad("nothing", "");
        assertBad("dots", "..");
        assertFalse(TokenSpelling.isPlain("A".repeat(Protocol.MAX_TOKEN_CHARS + 1)));
        assertTrue(TokenSpelling.isPlain("AAAA.AAAA." + "A".repeat(Protocol.MAX_TOKEN_CHARS - 10)));
        assertFalse(TokenSpelling.isPlain("AAAA..AAAA"));
    }

    @Test
    void theKeysStayTheSameAndOnlyTheOwnerReadsThem() throws Exception {
        AuthKeys again = AuthKeys.open(folder, new SecureRandom());
        assertEquals(keys.serverId(), again.serverId());
        assertEquals(keys.publicKeys(), again.publicKeys());
        for (String file : List.of("server-id", "signing-key.pem", "admin-token")) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))));
        }
        assertTrue(again.isAdminToken(
                Files.readString(folder.resolve("admin-token")).strip()));
        assertFalse(again.isAdminToken(""));
    }

    /** A good token whose header has something more, and which is signed by our key. */
    private String withHeader(String more) {
        String[] parts = signer.mint(PHONE).split("\\.");
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        String other = header.substring(0, header.length() - 1) + more + "}";
        try {
            String signed = Base64Url.encode(other.getBytes(StandardCharsets.UTF_8)) + "." + parts[1];
            PrivateKey key = keys.signingKey().getPrivate();
            return signed + "." + DeviceKey.sign(key, signed.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void assertBad(String what, String token) {
        assertEquals(new TokenVerdict.Bad(), signer.verify(token), what);
    }

    private String forged(UnaryOperator<JwtBuilder> change) {
        return forgedWith(change, keys.signingKey());
    }

    private String signedWith(KeyPair key) {
        return forgedWith(same -> same, key);
    }

    private String forgedWith(UnaryOperator<JwtBuilder> change, KeyPair key) {
        JwtBuilder token = Jwts.builder()
                .header()
                .type("auth+jwt")
                .keyId(keys.keyId())
                .and()
                .issuer(keys.serverId())
                .audience()
                .add("coderbased-phone")
                .and()
                .subject("account")
                .claim("sid", "session")
                .claim("gen", 7)
                .claim("cnf", Map.of("jkt", "thumb"))
                .id("id")
                .issuedAt(Date.from(NOW))
                .expiration(Date.from(NOW.plus(Duration.ofDays(90))));
        return change.apply(token).signWith(key.getPrivate()).compact();
    }

    private String unsigned() {
        String[] parts = signer.mint(PHONE).split("\\.");
        String header = "{\"alg\":\"none\",\"typ\":\"auth+jwt\",\"kid\":\"" + keys.keyId() + "\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[1] + ".";
    }

    private static KeyPair anotherKey() {
        return Jwts.SIG.ES256.keyPair().build();
    }

    private TokenSigner at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new TokenSigner(keys, SessionLimits.defaults(), new AuthContext(clock, new SecureRandom()));
    }
}
