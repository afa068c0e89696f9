package coderbased.auth.linking;

import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Secret;
import java.time.Instant;

/** Events of a guest. */
sealed interface LinkEvent {

    /** The next code is due. */
    record CodeRotated(ShownCode code, Instant nextAt) implements LinkEvent {}

    /** The last code's time is over. */
    record CodesRanOut() implements LinkEvent {}

    /** A phone presents a code, scanned or typed. */
    record Claimed(Secret code, Instant at, Claim claim) implements LinkEvent {}

    /** Somebody typed a number on the desktop. */
    record NumberTyped(Secret number) implements LinkEvent {}

    /** The person approves on the phone, and says what the computer may and is called. */
    record ApprovePressed(GrantedLink grant) implements LinkEvent {}

    /** The person declines on the phone. */
    record DenyPressed() implements LinkEvent {}

    /** The person at the desktop does not want it. */
    record CancelPressed() implements LinkEvent {}

    /** The desktop's socket is gone. */
    record DesktopLeft() implements LinkEvent {}

    /** Nobody confirmed in time. */
    record TimeRanOut() implements LinkEvent {}

    /** The session of the phone that claimed it ended. */
    record PhoneLoggedOut() implements LinkEvent {}

    /** The account has as many linked devices as it may. */
    record LimitReached() implements LinkEvent {}

    /** The web session is stored: this goes down the socket. */
    record TokenMinted(GuestServerMessage.WebAuthToken message) implements LinkEvent {}
}
