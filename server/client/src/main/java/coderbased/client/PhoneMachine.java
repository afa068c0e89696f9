package coderbased.client;

import coderbased.client.PhoneState.SignedIn;
import coderbased.client.PhoneState.SignedOut;
import coderbased.client.PhoneState.Stopped;
import coderbased.client.SessionEvent.Admitted;
import coderbased.client.SessionEvent.ConnectionLost;
import coderbased.client.SessionEvent.RetryPressed;
import coderbased.client.SessionEvent.SessionEnded;
import coderbased.client.SessionEvent.TokenKept;
import coderbased.client.SessionEvent.ToldToStop;
import coderbased.protocol.Profile;
import org.jspecify.annotations.Nullable;

/** What follows from what, on a phone. Pure. */
final class PhoneMachine {

    private record On(PhoneState state, SessionEvent event) {}

    private PhoneMachine() {}

    /** Where a phone begins. {@code kept}: whose token is kept, if there is one. */
    static PhoneState first(@Nullable Profile kept) {
        return kept == null ? new SignedOut(null) : new SignedIn(kept, null);
    }

    /** The state after {@code event}. */
    static PhoneState next(PhoneState state, SessionEvent event) {
        return switch (new On(state, event)) {
            case On(SignedOut _, TokenKept(var profile)) -> new SignedIn(profile, null);

            case On(SignedIn _, Admitted(var profile)) -> new SignedIn(profile, null);
            case On(SignedIn was, ConnectionLost(var trouble)) -> new SignedIn(was.profile(), trouble);
            case On(SignedIn _, SessionEnded(var logout)) -> new SignedOut(logout);
            case On(SignedIn _, ToldToStop(var reason)) -> new Stopped(reason);

            case On(Stopped _, RetryPressed(var kept)) -> first(kept);
            case On(Stopped _, SessionEnded(var logout)) -> new SignedOut(logout);

            case On(PhoneState stays, SessionEvent _) -> stays;
        };
    }

    /** Whether {@code state} lives on a chat connection. */
    static boolean needsChatConnection(PhoneState state) {
        return switch (state) {
            case SignedIn _ -> true;
            case SignedOut _, Stopped _ -> false;
        };
    }
}
