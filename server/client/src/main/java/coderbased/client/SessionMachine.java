package coderbased.client;

import coderbased.client.SessionEvent.Admitted;
import coderbased.client.SessionEvent.AwayFromKnownChat;
import coderbased.client.SessionEvent.CodeScanned;
import coderbased.client.SessionEvent.CodeShown;
import coderbased.client.SessionEvent.CodesRanOut;
import coderbased.client.SessionEvent.ConnectionLost;
import coderbased.client.SessionEvent.LinkFailed;
import coderbased.client.SessionEvent.LoginRead;
import coderbased.client.SessionEvent.NewLoginWanted;
import coderbased.client.SessionEvent.RetryPressed;
import coderbased.client.SessionEvent.SessionEnded;
import coderbased.client.SessionEvent.TokenKept;
import coderbased.client.SessionEvent.ToldToStop;
import coderbased.client.SessionState.Authenticated;
import coderbased.client.SessionState.Connecting;
import coderbased.client.SessionState.Guest;
import coderbased.client.SessionState.LoginUnavailable;
import coderbased.client.SessionState.LoginUnstorable;
import coderbased.client.SessionState.Notice;
import coderbased.client.SessionState.Paused;
import coderbased.client.SessionState.Reinitialising;
import coderbased.client.SessionState.Scanned;
import coderbased.client.SessionState.Stopped;
import coderbased.client.keys.Credentials;
import coderbased.client.keys.KeptLogin;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Profile;
import org.jspecify.annotations.Nullable;

/** State transitions of a desktop: the diagram of {@link SessionState} as a table. Pure functions. */
final class SessionMachine {

    /** Kind of connection that a state needs. */
    enum Needs {
        GUEST_CONNECTION,
        CHAT_CONNECTION,
        NOTHING
    }

    private record On(SessionState state, SessionEvent event) {}

    private SessionMachine() {}

    /**
     * Returns the initial state.
     *
     * @param kept account of the stored token; null if there is none
     */
    static SessionState first(@Nullable Profile kept) {
        return kept == null ? new Connecting(null, null) : new Reinitialising(kept, null);
    }

    /** Returns the initial state for a result of the store. */
    static SessionState begin(KeptLogin kept) {
        return switch (kept) {
            case KeptLogin.Found(Credentials found) -> first(found.profile());
            case KeptLogin.NotThere _ -> first(null);
            case KeptLogin.SetAside(String what) -> new Connecting(null, new Notice.LoginSetAside(what));
            case KeptLogin.Unavailable(String why) -> new LoginUnavailable(why);
            case KeptLogin.Unstorable(String why) -> new LoginUnstorable(why);
        };
    }

    /** Returns the state after {@code event}. */
    static SessionState next(SessionState state, SessionEvent event) {
        return switch (new On(state, event)) {
            case On(LoginUnavailable _, LoginRead(var kept)) -> begin(kept);
            case On(LoginUnavailable _, NewLoginWanted _) -> first(null);

            case On(LoginUnstorable _, LoginRead(var kept)) -> begin(kept);
            case On(LoginUnstorable _, NewLoginWanted _) -> first(null);

            case On(Connecting was, CodeShown(var code)) -> new Guest(code, was.why());
            case On(Connecting was, ConnectionLost(var trouble)) -> new Connecting(trouble, was.why());
            case On(Connecting _, ToldToStop(var reason)) -> new Stopped(reason);
            case On(Connecting was, RetryPressed _) -> new Connecting(null, was.why());

            case On(Guest was, CodeShown(var code)) -> new Guest(code, was.why());
            case On(Guest _, CodeScanned(var by, var needsNumber, var until)) -> new Scanned(by, needsNumber, until);
            case On(Guest _, LinkFailed(var end)) -> new Connecting(null, new Notice.LinkEnded(end));
            case On(Guest was, CodesRanOut _) -> new Paused(was.why());
            case On(Guest was, ConnectionLost(var trouble)) -> new Connecting(trouble, was.why());
            case On(Guest _, ToldToStop(var reason)) -> new Stopped(reason);

            case On(Paused was, RetryPressed _) -> new Connecting(null, was.why());

            case On(Scanned _, CodeScanned(var by, var needsNumber, var until)) -> new Scanned(by, needsNumber, until);
            case On(Scanned _, LinkFailed(var end)) -> new Connecting(null, new Notice.LinkEnded(end));
            case On(Scanned _, TokenKept(var profile)) -> new Reinitialising(profile, null);
            case On(Scanned _, ConnectionLost(var trouble)) ->
                new Connecting(trouble, new Notice.LinkEnded(LinkEnd.DESKTOP_GONE));
            case On(Scanned _, ToldToStop(var reason)) -> new Stopped(reason);

            case On(Reinitialising _, LoginRead(var kept)) -> begin(kept);
            case On(Reinitialising _, Admitted(var profile)) -> new Authenticated(profile, null);
            case On(Reinitialising _, SessionEnded(var logout)) -> new Connecting(null, new Notice.LoggedOut(logout));
            case On(Reinitialising was, ConnectionLost(var trouble)) -> new Reinitialising(was.profile(), trouble);
            case On(Reinitialising was, AwayFromKnownChat(var trouble)) ->
                was.profile() == null ? new Reinitialising(null, trouble) : new Authenticated(was.profile(), trouble);
            case On(Reinitialising _, ToldToStop(var reason)) -> new Stopped(reason);
            case On(Reinitialising was, RetryPressed _) -> new Reinitialising(was.profile(), null);

            case On(Authenticated _, LoginRead(var kept)) -> begin(kept);
            case On(Authenticated _, Admitted(var profile)) -> new Authenticated(profile, null);
            case On(Authenticated _, SessionEnded(var logout)) -> new Connecting(null, new Notice.LoggedOut(logout));
            case On(Authenticated was, ConnectionLost(var trouble)) -> new Authenticated(was.profile(), trouble);
            case On(Authenticated was, AwayFromKnownChat(var trouble)) -> new Authenticated(was.profile(), trouble);
            case On(Authenticated _, ToldToStop(var reason)) -> new Stopped(reason);

            case On(Stopped was, Admitted(var profile))
            when was.reason() == DisconnectReason.FROZEN -> new Authenticated(profile, null);
            case On(Stopped _, LoginRead(var kept)) -> begin(kept);
            case On(Stopped _, SessionEnded(var logout)) -> new Connecting(null, new Notice.LoggedOut(logout));
            case On(Stopped was, ToldToStop(var reason)) -> new Stopped(reason, was.checks() + 1);
            case On(Stopped was, RetryPressed(var kept))
            when kept != null && was.reason() == DisconnectReason.FROZEN -> was;
            case On(Stopped _, RetryPressed(var kept)) -> first(kept);

            case On(SessionState stays, SessionEvent _) -> stays;
        };
    }

    /** Returns the kind of connection that {@code state} needs. */
    static Needs needs(SessionState state) {
        return switch (state) {
            case Connecting _, Guest _, Scanned _ -> Needs.GUEST_CONNECTION;
            case Reinitialising _, Authenticated _ -> Needs.CHAT_CONNECTION;
            case Stopped was when was.reason() == DisconnectReason.FROZEN -> Needs.CHAT_CONNECTION;
            case LoginUnavailable _, LoginUnstorable _, Paused _, Stopped _ -> Needs.NOTHING;
        };
    }
}
