package coderbased.client;

import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Logout;
import coderbased.protocol.Profile;
import org.jspecify.annotations.Nullable;

/** State of a phone. Immutable. */
public sealed interface PhoneState {

    /** The phone has just begun: the stored login is not read yet. */
    record Starting() implements PhoneState {}

    /**
     * The stored login cannot be read now: its keychain is locked, or its disk does not respond. The phone waits until
     * the user tries again or signs in.
     *
     * @param why message for the user
     */
    record LoginUnavailable(String why) implements PhoneState {}

    /**
     * No login can be stored on this phone. The phone waits until the user tries again, or goes on with a login that
     * ends with the program.
     *
     * @param why message for the user
     */
    record LoginUnstorable(String why) implements PhoneState {}

    /**
     * Nobody is signed in.
     *
     * @param why the end of the last session; null at the first start
     * @param setAside message for the user if the saved login was set aside; otherwise null
     */
    record SignedOut(@Nullable Logout why, @Nullable String setAside) implements PhoneState {

        /** Signed out without a login that was set aside. */
        public SignedOut(@Nullable Logout why) {
            this(why, null);
        }
    }

    /**
     * Signed in.
     *
     * @param trouble message for the user while the connection is down; otherwise null
     */
    record SignedIn(Profile profile, @Nullable String trouble) implements PhoneState {}

    /** The session is valid, but this program must not continue by itself, for example because it is open elsewhere. */
    record Stopped(DisconnectReason reason) implements PhoneState {}
}
