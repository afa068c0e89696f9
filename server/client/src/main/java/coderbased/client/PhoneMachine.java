package coderbased.client;

import coderbased.client.PhoneState.LoginUnavailable;
import coderbased.client.PhoneState.SignedIn;
import coderbased.client.PhoneState.SignedOut;
import coderbased.client.PhoneState.Stopped;
import coderbased.client.SessionEvent.Admitted;
import coderbased.client.SessionEvent.ConnectionLost;
import coderbased.client.SessionEvent.LoginRead;
import coderbased.client.SessionEvent.NewLoginWanted;
import coderbased.client.SessionEvent.RetryPressed;
import coderbased.client.SessionEvent.SessionEnded;
import coderbased.client.SessionEvent.TokenKept;
import coderbased.client.SessionEvent.ToldToStop;
import coderbased.client.keys.Credentials;
import coderbased.client.keys.KeptLogin;
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

    /** Where a phone begins, by what the store says. */
    static PhoneState begin(KeptLogin kept) {
        return switch (kept) {
            case KeptLogin.Found(Credentials found) -> first(found.profile());
            case KeptLogin.NotThere _ -> first(null);
            case KeptLogin.Damaged(String what) -> new SignedOut(null, what);
            case KeptLogin.Unavailable(String why) -> new LoginUnavailable(why);
        };
    }

    /** The state after {@code event}. */
    static PhoneState next(PhoneState state, SessionEvent event) {
        return switch (new On(state, event)) {
            case On(LoginUnavailable _, LoginRead(var kept)) -> begin(kept);
            case On(LoginUnavailable _, NewLoginWanted _) -> first(null);

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
            case LoginUnavailable _, SignedOut _, Stopped _ -> false;
        };
    }
}
