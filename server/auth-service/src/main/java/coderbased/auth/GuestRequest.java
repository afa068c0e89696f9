package coderbased.auth;

import coderbased.protocol.LinkChoices;
import org.jspecify.annotations.Nullable;

/** What the node that serves a phone asks the node that holds the guest. Plain values: they may cross a network. */
public sealed interface GuestRequest {

    /** Hop 4 of the Guest Token's way: the phone scanned this Guest Token. */
    record ClaimScanned(String guestTokenId, Claimant by) implements GuestRequest {

        /** Leaves the code out. */
        @Override
        public String toString() {
            return "ClaimScanned[" + by + "]";
        }
    }

    /** The person typed this code, without hyphen and in upper case. */
    record ClaimTyped(String typedCode, Claimant by) implements GuestRequest {

        /** Leaves the code out. */
        @Override
        public String toString() {
            return "ClaimTyped[" + by + "]";
        }
    }

    /** How far is the link? */
    record AskStatus(String linkId, String phoneSession) implements GuestRequest {}

    /**
     * Hop 6 of the Guest Token's way: the person approves.
     *
     * @param unlocked whether the phone's person typed their password just now
     */
    record Approve(String linkId, String phoneSession, LinkChoices choices, boolean unlocked) implements GuestRequest {}

    /** The person denies. */
    record Deny(String linkId, String phoneSession) implements GuestRequest {}

    /**
     * Who claims.
     *
     * @param name the account's display name
     * @param address where the server sees the phone; null where it is not certain of it
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
