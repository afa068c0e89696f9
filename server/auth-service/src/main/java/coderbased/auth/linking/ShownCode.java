package coderbased.auth.linking;

import coderbased.protocol.GuestToken;
import java.time.Instant;

/**
 * One code on a desktop's screen, to scan and to type.
 *
 * @param token the content of the QR code
 * @param typed the same guest, eight characters; may stay the same over several codes, because people type slowly
 * @param typedSince time at which that was first shown
 * @param goodUntil end of its validity: its time on the screen, and the grace after it
 */
record ShownCode(GuestToken token, String typed, Instant typedSince, Instant goodUntil) {

    /** True if a scanned or typed text is this code and still valid. */
    boolean accepts(String code, Instant at) {
        return at.isBefore(goodUntil) && (token.id().equals(code) || typed.equals(code));
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "ShownCode[until " + goodUntil + "]";
    }
}
