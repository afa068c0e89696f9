package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Messages of the Chat Service on a guest connection.
 *
 * <p>Hop 3 of the Guest Token's way.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface GuestServerMessage {

    /**
     * A code to show instead of the last one.
     *
     * @param qrText the content of the QR code, see {@link QrText}
     * @param typedCode the same guest for people without a camera, {@code ABCD-EFGH}
     * @param number the code's number, from 1
     * @param of the number of codes before the desktop has to ask for more
     * @param validForMillis time until the next code or, after the last one, until this connection ends; in
     *     milliseconds
     */
    @JsonTypeName("code")
    record ShowCode(Secret qrText, Secret typedCode, int number, int of, long validForMillis)
            implements GuestServerMessage {}

    /**
     * A phone claimed the code. The desktop hides the code and names the person.
     *
     * @param by the name on the account that scanned
     * @param needsNumber true if the check number must still be typed here
     * @param validForMillis time that the person has, in milliseconds
     */
    @JsonTypeName("scanned")
    record Scanned(String by, boolean needsNumber, long validForMillis) implements GuestServerMessage {}

    /**
     * The link is made. The desktop keeps token and key, then re-initialises; the server closes with {@link
     * CloseCode#REINITIALISE}.
     */
    @JsonTypeName("token")
    record WebAuthToken(Secret webAuthToken, String sessionId, Profile profile, String serverId)
            implements GuestServerMessage {}

    /** The link came to nothing. The desktop says why and opens a new guest connection; the server closes this one. */
    @JsonTypeName("ended")
    record Ended(LinkEnd end) implements GuestServerMessage {}

    /** The server cannot accept this guest now. The desktop waits that long before it comes back. */
    @JsonTypeName("disconnect")
    record Disconnecting(DisconnectReason reason, long retryAfterMillis) implements GuestServerMessage {}
}
