package coderbased.client;

import coderbased.client.PhoneState.LoginUnavailable;
import coderbased.client.PhoneState.LoginUnstorable;
import coderbased.client.PhoneState.SignedIn;
import coderbased.client.PhoneState.SignedOut;
import coderbased.client.PhoneState.Starting;
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

/** State transitions of a phone. Pure functions. */
final class PhoneMachine {

    private record On(PhoneState state, SessionEvent event) {}

    private PhoneMachine() {}

    /**
     * Returns the initial state.
     *
     * @param kept account of the stored token; null if there is none
     */
    static PhoneState first(@Nullable Profile kept) {
        return kept == null ? new SignedOut(null) : new SignedIn(kept, null);
    }

    /** Returns the initial state for a result of the store. */
    static PhoneState begin(KeptLogin kept) {
        return switch (kept) {
            case KeptLogin.Found(Credentials found) -> first(found.profile());
            case KeptLogin.NotThere _ -> first(null);
            case KeptLogin.SetAside(String what) -> new SignedOut(null, what);
            case KeptLogin.Unavailable(String why) -> new LoginUnavailable(why);
            case KeptLogin.Unstorable(String why) -> new LoginUnstorable(why);
        };
    }

    /** Returns the state after {@code event}. */
    static PhoneState next(PhoneState state, SessionEvent event) {
        return switch (new On(state, event)) {
            case On(LoginUnavailable _, LoginRead(var kept)) -> begin(kept);
            case On(LoginUnstorable _, LoginRead(var kept)) -> begin(kept);
            case On(LoginUnstorable _, NewLoginWanted _) -> first(null);
            case On(LoginUnavailable _, NewLoginWanted _) -> first(null);

            case On(SignedOut _, TokenKept(var profile)) -> new SignedIn(profile, null);

            case On(SignedIn _, LoginRead(var kept)) -> begin(kept);
            case On(SignedIn _, Admitted(var profile)) -> new SignedIn(profile, null);
            case On(SignedIn was, ConnectionLost(var trouble)) -> new SignedIn(was.profile(), trouble);
            case On(SignedIn _, SessionEnded(var logout)) -> new SignedOut(logout);
            case On(SignedIn _, ToldToStop(var reason)) -> new Stopped(reason);

            case On(Stopped _, RetryPressed(var kept)) -> first(kept);
            case On(Stopped _, LoginRead(var kept)) -> begin(kept);
            case On(Stopped _, SessionEnded(var logout)) -> new SignedOut(logout);

            case On(PhoneState stays, SessionEvent _) -> stays;
        };
    }

    /** True if {@code state} needs a chat connection. */
    static boolean needsChatConnection(PhoneState state) {
        return switch (state) {
            case SignedIn _ -> true;
            case Starting _, LoginUnavailable _, LoginUnstorable _, SignedOut _, Stopped _ -> false;
        };
    }
}
