package coderbased.auth.linking;

import coderbased.protocol.GuestToken;
import coderbased.protocol.Secret;
import java.time.Instant;

/**
 * One code on a desktop's screen, to scan and to type.
 *
 * @param token the content of the QR code
 * @param typed the same guest, eight characters; may stay the same over several codes, because people type slowly
 * @param typedSince time at which that was first shown
 * @param goodUntil end of its validity: its time on the screen, and the grace after it
 */
record ShownCode(GuestToken token, Secret typed, Instant typedSince, Instant goodUntil) {

    /** True if a scanned or typed text is this code and still valid. */
    boolean accepts(Secret code, Instant at) {
        return at.isBefore(goodUntil) && (token.id().equals(code.value()) || typed.equals(code));
    }
}
