package coderbased.auth.tokens;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.SessionLimits;
import coderbased.protocol.Base64Url;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Wire;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mints tokens and reads them back: JWTs (RFC 7519) with one algorithm, ES256, and one key.
 *
 * <p>Strict beyond the library: every claim has to be there, a token has one spelling, its type and audience have to
 * belong together, no token is good for longer than {@link #MAX_LIFETIME}. The time of issue is not compared with the
 * clock: a clock that was set back must not log everybody out.
 *
 * <p>Thread-safe.
 */
public final class TokenSigner {

    /** No token lives longer, whatever the settings say. */
    static final Duration MAX_LIFETIME = Duration.ofDays(400);

    /** Allowed difference between clocks when a token expires. */
    static final Duration SKEW = Duration.ofSeconds(30);

    /**
     * Everything that a header of ours has. Another member may be one that a reader has to understand (RFC 7515 section
     * 4.1.11); the library drops some before anybody sees them.
     */
    private record OwnHeader(String alg, String typ, String kid) {}

    private final AuthKeys keys;
    private final SessionLimits limits;
    private final AuthContext surroundings;
    private final JwtParser parser;
    private final VerifiedTokens verified = new VerifiedTokens();

    public TokenSigner(AuthKeys keys, SessionLimits limits, AuthContext surroundings) {
        this.keys = keys;
        this.limits = limits;
        this.surroundings = surroundings;
        this.parser = parser();
    }

    /** Returns the id of the server that issues the tokens. */
    public String serverId() {
        return keys.serverId();
    }

    /** A token that is good from now for as long as its kind of session lasts. */
    public String mint(TokenClaims claims) {
        TokenKind kind = TokenKind.of(claims.kind());
        Instant now = surroundings.now();
        Instant expires = now.plus(lifetime(claims.kind()));
        String token = Jwts.builder()
                .header()
                .type(kind.type())
                .keyId(keys.keyId())
                .and()
                .issuer(keys.serverId())
                .audience()
                .add(kind.audience())
                .and()
                .subject(claims.accountId())
                .claim("sid", claims.sessionId())
                .claim("gen", claims.generation())
                .claim("cnf", Map.of("jkt", claims.keyThumbprint()))
                .id(claims.tokenId())
                .issuedAt(Date.from(now))
                .expiration(Date.from(expires))
                .signWith(keys.signingKey().getPrivate(), Jwts.SIG.ES256)
                .compact();
        verified.add(token, claims, expires.truncatedTo(ChronoUnit.SECONDS));
        return token;
    }

    /** Never throws, whatever the text. */
    public TokenVerdict verify(String token) {
        return verified.claims(token, surroundings.clock().instant())
                .<TokenVerdict>map(TokenVerdict.Good::new)
                .orElseGet(() -> check(token));
    }

    private TokenVerdict check(String token) {
        if (!TokenSpelling.isPlain(token) || !hasOwnHeader(token)) {
            return new TokenVerdict.Bad();
        }
        try {
            Jws<Claims> jws = parser.parseSignedClaims(token);
            Optional<TokenClaims> claims = read(jws.getHeader(), jws.getPayload());
            claims.ifPresent(good ->
                    verified.add(token, good, jws.getPayload().getExpiration().toInstant()));
            return claims.<TokenVerdict>map(TokenVerdict.Good::new).orElseGet(TokenVerdict.Bad::new);
        } catch (ExpiredJwtException e) {
            return read(e.getHeader(), e.getClaims())
                    .<TokenVerdict>map(TokenVerdict.Expired::new)
                    .orElseGet(TokenVerdict.Bad::new);
        } catch (JwtException | IllegalArgumentException _) {
            return new TokenVerdict.Bad();
        }
    }

    private static boolean hasOwnHeader(String token) {
        try {
            byte[] header = Base64Url.decode(token.substring(0, token.indexOf('.')));
            Wire.read(new String(header, StandardCharsets.UTF_8), OwnHeader.class);
            return true;
        } catch (Wire.Malformed _) {
            return false;
        }
    }

    private Duration lifetime(DeviceKind kind) {
        Duration wanted = switch (kind) {
            case PHONE -> limits.phone();
            case WEB -> limits.web();
        };
        return wanted.compareTo(MAX_LIFETIME) < 0 ? wanted : MAX_LIFETIME;
    }

    private JwtParser parser() {
        return Jwts.parser()
                .sig()
                .clear()
                .add(Jwts.SIG.ES256)
                .and()
                .zip()
                .clear()
                .and()
                .verifyWith(keys.signingKey().getPublic())
                .clock(() -> Date.from(surroundings.clock().instant()))
                .clockSkewSeconds(SKEW.toSeconds())
                .build();
    }

    /**
     * The claims, if all are there and belong together. Expired tokens come by here too: the library checks time first.
     */
    private Optional<TokenClaims> read(Header header, Claims claims) {
        if (!(header instanceof JwsHeader signed) || !keys.keyId().equals(signed.getKeyId())) {
            return Optional.empty();
        }
        Optional<TokenKind> kind = Optional.ofNullable(header.getType()).flatMap(TokenKind::ofType);
        if (kind.isEmpty()
                || !Set.of(kind.get().audience()).equals(claims.getAudience())
                || !keys.serverId().equals(claims.getIssuer())
                || !isTimed(claims)) {
            return Optional.empty();
        }
        String session = claims.get("sid") instanceof String text ? text : null;
        String key = claims.get("cnf") instanceof Map<?, ?> cnf && cnf.get("jkt") instanceof String text ? text : null;
        if (session == null
                || key == null
                || claims.getSubject() == null
                || claims.getId() == null
                || !(claims.get("gen") instanceof Number generation)) {
            return Optional.empty();
        }
        return Optional.of(new TokenClaims(
                claims.getId(), session, claims.getSubject(), kind.get().device(), generation.longValue(), key));
    }

    private static boolean isTimed(Claims claims) {
        Date issued = claims.getIssuedAt();
        Date expires = claims.getExpiration();
        return issued != null
                && expires != null
                && expires.after(issued)
                && expires.getTime() - issued.getTime() <= MAX_LIFETIME.toMillis();
    }
}
