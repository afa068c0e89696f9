package coderbased.auth;

import coderbased.audit.SecurityEvent;
import coderbased.auth.passwords.PasswordAuthenticator;
import coderbased.auth.passwords.SignInAttempt;
import coderbased.auth.session.Account;
import coderbased.auth.session.AccountChange;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthEvents;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.Confirmation;
import coderbased.auth.session.DisplayNameRules;
import coderbased.auth.session.Ids;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTerminator;
import coderbased.auth.session.SessionUse;
import coderbased.auth.tokens.TokenClaims;
import coderbased.auth.tokens.TokenSigner;
import coderbased.http.CallerAddress;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Contact;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Secret;
import java.util.Optional;

/**
 * Accounts and the phones that sign in to them. Thread-safe; calls block, those with a password for about a tenth of a
 * second more.
 */
public final class Accounts {

    /** So much a token outranks those that the phone's connections are handed while the password is being changed. */
    private static final int OUTRANKING = 1_024;

    private final AuthStore store;
    private final AuthEvents events;
    private final TokenSigner signer;
    private final PasswordAuthenticator door;
    private final SessionTerminator wayOut;
    private final AuthContext surroundings;

    Accounts(
            AuthStore store,
            AuthEvents events,
            TokenSigner signer,
            PasswordAuthenticator door,
            SessionTerminator wayOut,
            AuthContext surroundings) {
        this.store = store;
        this.events = events;
        this.signer = signer;
        this.door = door;
        this.wayOut = wayOut;
        this.surroundings = surroundings;
    }

    /** Makes a new account and signs the phone in at once. */
    public AuthHttp.SignedIn signUp(AuthHttp.SignUp said, CallerAddress from) {
        door.requireSignUp(from);
        String handle = DisplayNameRules.handle(said.handle())
                .orElseThrow(() -> AuthRefused.because(ProblemReason.HANDLE_FORM));
        String name = DisplayNameRules.name(said.name());
        DeviceKey key = DisplayNameRules.key(said.key());
        String hash = door.hash(said.password().value());
        Account account =
                new Account(Ids.fresh(surroundings), handle, name, new Secret(hash), surroundings.now(), null, null);
        Session phone = phone(account, said.device(), key, from);
        if (!store.addAccount(account, phone)) {
            throw AuthRefused.because(ProblemReason.HANDLE_TAKEN);
        }
        note(SecurityEvent.SIGN_UP, account, phone);
        return signedIn(account, phone, 1);
    }

    /** Signs another phone in to an existing account. */
    public AuthHttp.SignedIn signIn(AuthHttp.SignIn said, CallerAddress from) {
        try {
            return letIn(said, from);
        } catch (AuthRefused e) {
            surroundings.meter().signInRefused(e.problem().code());
            // What was typed for a handle may be a password; only an account's own is shown.
            Optional<Account> found = DisplayNameRules.handle(said.handle()).flatMap(store::accountByHandle);
            surroundings
                    .log()
                    .note(
                            SecurityEvent.SIGN_IN_FAILED,
                            found.map(Account::id).orElse(null),
                            e.problem().code(),
                            from.text());
            throw e;
        }
    }

    /** Sets another password: the caller goes on with a new token, every other session of the account ends. */
    public AuthHttp.SignedIn changePassword(Session caller, AuthHttp.ChangePassword said) {
        Account account = requirePassword(caller, said.oldPassword().value());
        String hash = door.hashOnPhone(said.newPassword().value());
        Session now = confirmed(
                new SessionScope.AllBut(account.id(), caller.id()),
                LogoutReason.PASSWORD_CHANGED,
                new AccountChange.NewPassword(new Secret(hash)),
                new Confirmation(caller.id(), account.passwordHash()));
        surroundings.log().note(SecurityEvent.PASSWORD_CHANGED, account.id(), caller.id());
        return signedIn(account, now, now.use().generation() + OUTRANKING);
    }

    /** Deletes the account and ends every session of it. */
    public void delete(Session caller, AuthHttp.ConfirmPassword said) {
        Account account = requirePassword(caller, said.password().value());
        confirmed(
                new SessionScope.Whole(account.id()),
                LogoutReason.ACCOUNT_DELETED,
                new AccountChange.Deleted(surroundings.now()),
                new Confirmation(caller.id(), account.passwordHash()));
        surroundings.log().note(SecurityEvent.ACCOUNT_DELETED, account.id(), caller.id());
        events.publish(new AuthEvent.ContactChanged(new Contact(account.id(), account.handle(), Account.DELETED_NAME)));
    }

    /** Acts on a password that was right when it was checked, unless session or password changed since. */
    private Session confirmed(SessionScope scope, LogoutReason reason, AccountChange change, Confirmation confirmed) {
        Logout logout = Logout.of(reason, Initiator.USER, surroundings.now());
        return wayOut.endConfirmed(scope, logout, change, confirmed).orElseThrow(() -> overtaken(confirmed));
    }

    private AuthRefused overtaken(Confirmation confirmed) {
        return store.session(confirmed.phoneSession())
                .flatMap(row -> Optional.ofNullable(row.ended()))
                .map(AuthRefused::loggedOut)
                .orElseGet(Accounts::wrongPassword);
    }

    private AuthHttp.SignedIn letIn(AuthHttp.SignIn said, CallerAddress from) {
        DeviceKey key = DisplayNameRules.key(said.key());
        Optional<Account> found = DisplayNameRules.handle(said.handle()).flatMap(store::accountByHandle);
        if (!door.letsIn(
                new SignInAttempt(said.handle(), key, from),
                found,
                said.password().value())) {
            throw wrongHandleOrPassword();
        }
        Account account = found.orElseThrow();
        requireNotBanned(account);
        Session phone = phone(account, said.device(), key, from);
        if (!store.addPhoneSession(phone, account.passwordHash())) {
            // Banned, deleted or given another password in this very moment.
            store.account(account.id()).ifPresent(this::requireNotBanned);
            throw wrongHandleOrPassword();
        }
        note(SecurityEvent.SIGN_IN, account, phone);
        return signedIn(account, phone, 1);
    }

    private void note(SecurityEvent event, Account account, Session phone) {
        surroundings
                .log()
                .note(
                        event,
                        account.id(),
                        account.handle(),
                        phone.id(),
                        phone.device().facts().name(),
                        phone.use().address());
    }

    private Account requirePassword(Session caller, String password) {
        Account account = store.account(caller.accountId()).orElseThrow();
        try {
            if (!door.confirms(caller, account, password)) {
                throw wrongPassword();
            }
        } catch (AuthRefused e) {
            surroundings
                    .log()
                    .note(
                            SecurityEvent.PASSWORD_REFUSED,
                            account.id(),
                            caller.id(),
                            e.problem().code());
            throw e;
        }
        return account;
    }

    private void requireNotBanned(Account account) {
        if (account.ban() != null && account.isBanned(surroundings.now())) {
            throw AuthRefused.loggedOut(account.ban().logout());
        }
    }

    private Session phone(Account account, DeviceFacts said, DeviceKey key, CallerAddress from) {
        return new Session(
                Ids.fresh(surroundings),
                account.id(),
                DeviceKind.PHONE,
                null,
                null,
                new SessionDevice(DisplayNameRules.facts(said), key),
                SessionUse.fresh(surroundings.now(), from.text()),
                LinkChoices.FULL);
    }

    private AuthHttp.SignedIn signedIn(Account account, Session phone, long generation) {
        String token = signer.mint(TokenClaims.of(phone, generation, Ids.fresh(surroundings)));
        return new AuthHttp.SignedIn(new Secret(token), phone.id(), account.profile(), signer.serverId());
    }

    private static AuthRefused wrongPassword() {
        return AuthRefused.because(ProblemReason.PASSWORD_WRONG);
    }

    private static AuthRefused wrongHandleOrPassword() {
        return AuthRefused.because(ProblemReason.HANDLE_OR_PASSWORD_WRONG);
    }
}
