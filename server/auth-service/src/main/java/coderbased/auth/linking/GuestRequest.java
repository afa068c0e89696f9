package coderbased.auth.linking;

import coderbased.protocol.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Requests of the node that serves a phone to the node that holds the guest. Plain values: they may cross a network.
 *
 * <p>Hop 4 of the Guest Token's way.
 */
public sealed interface GuestRequest {

    /** The phone scanned this Guest Token. */
    record ClaimScanned(Secret guestTokenId, Claimant by) implements GuestRequest {}

    /** The person typed this code, without hyphen and in upper case. */
    record ClaimTyped(Secret typedCode, Claimant by) implements GuestRequest {}

    /** Asks for the state of the link. */
    record AskStatus(String linkId, String phoneSession) implements GuestRequest {}

    /**
     * The person approves.
     *
     * @param grant the rights and the name
     * @param unlocked true if the person typed the password just now
     */
    record Approve(String linkId, String phoneSession, GrantedLink grant, boolean unlocked) implements GuestRequest {}

    /** The person denies. */
    record Deny(String linkId, String phoneSession) implements GuestRequest {}

    /**
     * The account and device that claim.
     *
     * @param name the account's display name
     * @param address the phone's address; null if the server is not certain of it
     */
    record Claimant(
            String accountId,
            String name,
            String phoneSession,
            @Nullable String address) {

        /** Leaves the person out. */
        @Override
        public String toString() {
            return "phone session " + phoneSession;
        }
    }
}
