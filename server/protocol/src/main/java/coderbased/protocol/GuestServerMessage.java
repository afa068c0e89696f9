package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** What the Chat Service says on a guest connection. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface GuestServerMessage {

    /**
     * A code to show instead of the last one. Hop 3 of the Guest Token's way.
     *
     * @param qrText what the QR holds, see {@link QrText}
     * @param typedCode the same guest for people without a camera, {@code ABCD-EFGH}
     * @param number which code this is, from 1
     * @param of how many there will be before the desktop has to ask for more
     * @param validForMillis when the next one comes, or, after the last, when this connection ends
     */
    @JsonTypeName("code")
    record ShowCode(String qrText, String typedCode, int number, int of, long validForMillis)
            implements GuestServerMessage {

        /** Leaves the codes out. */
        @Override
        public String toString() {
            return "ShowCode[" + number + " of " + of + "]";
        }
    }

    /**
     * A phone claimed the code. The desktop hides the code and says by whom.
     *
     * @param by the name on the account that scanned
     * @param needsNumber whether the check number has yet to be typed here
     * @param validForMillis how long the person has
     */
    @JsonTypeName("scanned")
    record Scanned(String by, boolean needsNumber, long validForMillis) implements GuestServerMessage {}

    /**
     * The link is made. Hop 7 of the Guest Token's way. The desktop keeps token and key, then re-initialises; the server
     * closes with {@link CloseCode#REINITIALISE}.
     */
    @JsonTypeName("token")
    record WebAuthToken(String webAuthToken, String sessionId, Profile profile, String serverId)
            implements GuestServerMessage {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "WebAuthToken[" + profile.handle() + "]";
        }
    }

    /** The link came to nothing. The desktop says why and opens a new guest connection; the server closes this one. */
    @JsonTypeName("ended")
    record Ended(LinkEnd end) implements GuestServerMessage {}

    /** The server can not take this guest now. The desktop waits that long before it comes back. */
    @JsonTypeName("disconnect")
    record Disconnecting(DisconnectReason reason, long retryAfterMillis) implements GuestServerMessage {}
}
