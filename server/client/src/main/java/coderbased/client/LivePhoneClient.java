package coderbased.client;

import coderbased.client.SessionEvent.ConnectionLost;
import coderbased.client.SessionEvent.RetryPressed;
import coderbased.client.SessionEvent.SessionEnded;
import coderbased.client.SessionEvent.TokenKept;
import coderbased.client.SessionEvent.ToldToStop;
import coderbased.client.chat.Chat;
import coderbased.client.chat.LiveChat;
import coderbased.client.keys.CredentialStore;
import coderbased.client.keys.Credentials;
import coderbased.client.keys.DeviceKeyPair;
import coderbased.client.keys.KeptLogin;
import coderbased.client.net.AuthApi;
import coderbased.client.net.BackgroundCalls;
import coderbased.client.net.ClientContext;
import coderbased.client.net.ClientThread;
import coderbased.client.net.HttpCalls;
import coderbased.client.net.Observable;
import coderbased.client.net.ProblemException;
import coderbased.client.net.ServerTrust;
import coderbased.client.net.SessionCalls;
import coderbased.client.net.Subscription;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Profile;
import coderbased.protocol.Secret;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@link PhoneClient} over real sockets and HTTP. Events of its session go through {@link PhoneMachine}, user commands
 * through {@link AuthApi}.
 */
final class LivePhoneClient implements PhoneClient, HeldSession.Listener {

    private final ClientThread thread = new ClientThread("coderbased-phone");
    private final Observable<PhoneState> state = new Observable<>(thread, new PhoneState.Starting());
    private final ClientContext context;
    private final HeldCredentials credentials;
    private final HttpCalls http;
    private final AuthApi api;
    private final HeldSession session;
    private final SessionCalls calls;
    private final LivePhoneLinks links;
    private final LivePhoneDevices devices;
    private final BackgroundCalls background = new BackgroundCalls(thread);
    private final ReplacedLogin replaced;

    LivePhoneClient(ClientConfig config) {
        context = config.context();
        CredentialStore store = config.store();
        credentials = new HeldCredentials(store);
        http = context.http();
        api = new AuthApi(http);
        session = new HeldSession(context, thread, credentials, http, config.profile(), this);
        calls = session.calls();
        links = new LivePhoneLinks(api, calls, credentials, thread);
        devices = new LivePhoneDevices(api, calls);
        replaced = new ReplacedLogin(store, api, background);
    }

    @Override
    public void start() {
        thread.execute(() -> {
            KeptLogin kept = credentials.load();
            session.begin();
            state.set(PhoneMachine.begin(kept));
        });
    }

    @Override
    public PhoneState state() {
        return state.get();
    }

    @Override
    public ServerTrust trust() {
        return context.trust();
    }

    @Override
    public Subscription onState(Consumer<PhoneState> listener) {
        return state.watch(listener);
    }

    @Override
    public void retry() {
        thread.execute(() -> {
            if (waitsForLogin(state.get())) {
                KeptLogin kept = credentials.load();
                session.begin();
                happened(new SessionEvent.LoginRead(kept));
                return;
            }
            if (state.get() instanceof PhoneState.Stopped) {
                credentials.reload();
            }
            happened(new RetryPressed(credentials.profile()));
            if (PhoneMachine.needsChatConnection(state.get())) {
                session.retryNow();
            }
        });
    }

    private static boolean waitsForLogin(PhoneState state) {
        return state instanceof PhoneState.LoginUnavailable || state instanceof PhoneState.LoginUnstorable;
    }

    @Override
    public void replaceLogin() {
        thread.execute(() -> {
            if (waitsForLogin(state.get())) {
                happened(credentials.setAside());
            }
        });
    }

    @Override
    public CompletableFuture<Void> signUp(String handle, String name, String password) {
        Optional<ProblemException> problem = ProblemException.ofName(name);
        if (problem.isPresent()) {
            return CompletableFuture.failedFuture(problem.get());
        }
        DeviceKeyPair keys = DeviceKeyPair.make(context.random());
        AuthHttp.SignUp body =
                new AuthHttp.SignUp(handle, name, new Secret(password), context.device(), keys.publicKey());
        return begin(() -> api.signUp(body), keys);
    }

    @Override
    public CompletableFuture<Void> signIn(String handle, String password) {
        DeviceKeyPair keys = DeviceKeyPair.make(context.random());
        AuthHttp.SignIn body = new AuthHttp.SignIn(handle, new Secret(password), context.device(), keys.publicKey());
        return begin(() -> api.signIn(body), keys);
    }

    @Override
    public PhoneLinks links() {
        return links;
    }

    @Override
    public PhoneDevices devices() {
        return devices;
    }

    @Override
    public CompletableFuture<Void> changePassword(String oldPassword, String newPassword) {
        AuthHttp.ChangePassword body = new AuthHttp.ChangePassword(new Secret(oldPassword), new Secret(newPassword));
        return calls.ask(by -> api.changePassword(by, body), this::goOnWith);
    }

    @Override
    public CompletableFuture<Void> deleteAccount(String password) {
        AuthHttp.ConfirmPassword body = new AuthHttp.ConfirmPassword(new Secret(password));
        return calls.ask(
                by -> {
                    api.deleteAccount(by, body);
                    return null;
                },
                _ -> end(LogoutReason.ACCOUNT_DELETED));
    }

    @Override
    public CompletableFuture<Void> logOut() {
        CompletableFuture<Void> told = calls.tell(api::endSession).exceptionally(_ -> null);
        thread.execute(() -> end(LogoutReason.LOGGED_OUT_HERE));
        return told;
    }

    @Override
    public Chat chat() {
        LiveChat chat = session.chat();
        if (chat == null || state.get() instanceof PhoneState.SignedOut) {
            throw new IllegalStateException("not signed in");
        }
        return chat;
    }

    @Override
    public void close() {
        thread.execute(session::close);
        thread.close();
        TemporaryLogin.end(credentials, api, background);
        http.close();
    }

    @Override
    public void admitted(Profile profile) {
        credentials.get().ifPresent(replaced::end);
        happened(new SessionEvent.Admitted(profile));
        links.admitted();
        devices.changed();
    }

    @Override
    public void heard(ChatServerMessage message) {
        if (message instanceof ChatServerMessage.NewLinks(var unconfirmed)) {
            links.unconfirmed(unconfirmed);
        } else if (message instanceof ChatServerMessage.LinkChanged(var status)) {
            links.changed(status);
        } else if (message instanceof ChatServerMessage.DevicesChanged) {
            devices.changed();
        }
    }

    @Override
    public void ended(Logout logout) {
        links.forget();
        happened(new SessionEnded(logout));
    }

    @Override
    public void changedServer(KeptLogin kept) {
        links.forget();
        happened(new SessionEvent.LoginRead(kept));
    }

    @Override
    public void lost(String trouble) {
        happened(new ConnectionLost(trouble));
    }

    @Override
    public void mustStop(DisconnectReason reason) {
        happened(new ToldToStop(reason));
    }

    private CompletableFuture<Void> begin(Supplier<AuthHttp.SignedIn> call, DeviceKeyPair keys) {
        return background.run(call, answer -> {
            Credentials fresh = Credentials.of(answer, keys.privateKey());
            if (!(state.get() instanceof PhoneState.SignedOut)) {
                // the saved login was read meanwhile, and is used: a phone has one session
                background.runAlone(() -> api.endSession(fresh));
                return null;
            }
            credentials.begin(fresh);
            replaced.end(fresh);
            session.begin(); // before the state changes: its listeners may ask for the chat at once
            happened(new TokenKept(answer.profile()));
            return null;
        });
    }

    private Void goOnWith(AuthHttp.SignedIn answer) {
        credentials.renew(Credentials.of(answer, credentials.require().key()));
        return null;
    }

    private Void end(LogoutReason reason) {
        credentials
                .get()
                .ifPresent(_ -> session.end(
                        Logout.of(reason, Initiator.USER, context.clock().instant())));
        return null;
    }

    private void happened(SessionEvent event) {
        PhoneState old = state.get();
        PhoneState next = PhoneMachine.next(old, event);
        if (!next.equals(old)) {
            state.set(next);
        }
    }
}
