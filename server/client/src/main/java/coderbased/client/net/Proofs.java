package coderbased.client.net;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.client.keys.Credentials;
import coderbased.client.keys.DeviceKeyPair;
import coderbased.protocol.Base32;
import coderbased.protocol.Dpop;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Proves with each HTTP call that this device holds its session's key ({@link Dpop}). Thread-safe.
 *
 * <p>Each nonce that the server offers is part of all later proofs. The server refuses a proof and offers a nonce if
 * this machine's clock is wrong, or if it cannot otherwise tell whether the proof is fresh.
 */
final class Proofs {

    private static final int ID_BYTES = 16;

    private final Clock clock;
    private final SecureRandom random;
    private volatile @Nullable String nonce;
    private volatile @Nullable Known known;

    /** Key pair of the last caller's session. Parsing it takes longer than a proof. */
    private record Known(Secret text, DeviceKeyPair pair) {}

    Proofs(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Adds token and proof to a call.
     *
     * @throws ProblemException if the stored private key is invalid
     */
    void sign(HttpRequest.Builder request, String method, URI address, Credentials by) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Dpop.Claims claims =
                Dpop.Claims.of(Base32.encode(id), method, address, by.token().value(), clock.instant(), nonce);
        try {
            request.header("Authorization", Dpop.SCHEME + " " + by.token().value())
                    .header(Dpop.HEADER, pair(by.key()).prove(claims));
        } catch (GeneralSecurityException _) {
            throw new ProblemException(Problem.of(ErrorCode.NOT_SIGNED_IN, MESSAGES.text("login.unusable")));
        }
    }

    /**
     * Takes the nonce that an answer offers. True if the server refused the call for lack of it, so the call may be
     * repeated.
     */
    boolean learnsFrom(HttpResponse<?> answer) {
        String offered = answer.headers().firstValue(Dpop.NONCE_HEADER).orElse(null);
        if (offered == null) {
            return false;
        }
        nonce = offered;
        return answer.statusCode() == ErrorCode.PROOF_STALE.status();
    }

    private DeviceKeyPair pair(Secret text) throws GeneralSecurityException {
        Known last = known;
        if (last == null || !last.text().equals(text)) {
            last = new Known(text, DeviceKeyPair.of(text));
            known = last;
        }
        return last.pair();
    }
}
