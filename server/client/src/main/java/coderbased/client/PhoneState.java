package coderbased.client;

import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Logout;
import coderbased.protocol.Profile;
import org.jspecify.annotations.Nullable;

/** Where a phone stands. Immutable. */
public sealed interface PhoneState {

    /** Nobody is signed in. {@code why}: what ended the last session, null at the first start. */
    record SignedOut(@Nullable Logout why) implements PhoneState {}

    /** Signed in. {@code trouble}: in words, while the connection is away; null when all is well. */
    record SignedIn(Profile profile, @Nullable String trouble) implements PhoneState {}

    /** The session is good, but this program must not go on by itself, for example because it is open elsewhere. */
    record Stopped(DisconnectReason reason) implements PhoneState {}
}
