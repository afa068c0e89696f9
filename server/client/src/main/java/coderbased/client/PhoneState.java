package coderbased.client;

import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Logout;
import coderbased.protocol.Profile;
import org.jspecify.annotations.Nullable;

/** Where a phone stands. Immutable. */
public sealed interface PhoneState {

    /**
     * A login is kept and cannot be read now: its keychain is locked, or its disk does not answer. Nothing happens before the
     * person tries again, or signs in anew. {@code why}: a sentence for the person.
     */
    record LoginUnavailable(String why) implements PhoneState {}

    /**
     * Nobody is signed in.
     *
     * @param why what ended the last session; null at the first start
     * @param damaged where the saved login was damaged and set aside, a sentence for the person; else null
     */
    record SignedOut(@Nullable Logout why, @Nullable String damaged) implements PhoneState {

        /** Nothing was damaged. */
        public SignedOut(@Nullable Logout why) {
            this(why, null);
        }
    }

    /** Signed in. {@code trouble}: in words, while the connection is away; null when all is well. */
    record SignedIn(Profile profile, @Nullable String trouble) implements PhoneState {}

    /** The session is good, but this program must not go on by itself, for example because it is open elsewhere. */
    record Stopped(DisconnectReason reason) implements PhoneState {}
}
