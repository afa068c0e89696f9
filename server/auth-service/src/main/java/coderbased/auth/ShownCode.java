package coderbased.auth;

import coderbased.protocol.GuestToken;
import java.time.Instant;

/**
 * One code on a desktop's screen, to scan and to type.
 *
 * @param token what the QR holds
 * @param typed the same guest, eight characters; may stay the same over several codes, for people type slowly
 * @param typedSince when that was first shown
 * @param goodUntil when the code is dead: its time on the screen, and the grace after it
 */
record ShownCode(GuestToken token, String typed, Instant typedSince, Instant goodUntil) {

    /** Whether somebody who scanned or typed that has seen this code, and in time. */
    boolean accepts(String code, Instant at) {
        return at.isBefore(goodUntil) && (token.id().equals(code) || typed.equals(code));
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "ShownCode[until " + goodUntil + "]";
    }
}
