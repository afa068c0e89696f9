package coderbased.client;

import coderbased.client.SessionEvent.AwayFromKnownChat;
import coderbased.client.SessionEvent.CodeScanned;
import coderbased.client.SessionEvent.CodeShown;
import coderbased.client.SessionEvent.CodesRanOut;
import coderbased.client.SessionEvent.ConnectionLost;
import coderbased.client.SessionEvent.LinkFailed;
import coderbased.client.SessionEvent.LoginRead;
import coderbased.client.SessionEvent.RetryPressed;
import coderbased.client.SessionEvent.SessionEnded;
import coderbased.client.SessionEvent.TokenKept;
import coderbased.client.SessionEvent.ToldToStop;
import coderbased.client.chat.Chat;
import coderbased.client.chat.LiveChat;
import coderbased.client.keys.CredentialStore;
import coderbased.client.keys.Credentials;
import coderbased.client.keys.KeptLogin;
import coderbased.client.net.AuthApi;
import coderbased.client.net.BackgroundCalls;
import coderbased.client.net.ClientContext;
import coderbased.client.net.ClientThread;
import coderbased.client.net.HttpCalls;
import coderbased.client.net.Observable;
import coderbased.client.net.ServerTrust;
import coderbased.client.net.Subscription;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Logout;
import coderbased.protocol.NewLink;
import coderbased.protocol.Profile;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@link WebClient} over real sockets: turns connection events into {@link SessionEvent}s, asks {@link SessionMachine}
 * for the next state, and holds the connection that the state needs.
 */
final class LiveWebClient implements WebClient, GuestWait.Listener, HeldSession.Listener {

    private final ClientThread thread = new ClientThread("coderbased-web");
    private final Observable<SessionState> state = new Observable<>(thread, SessionMachine.first(null));
    private final Observable<List<NewLink>> newLinks = new Observable<>(thread, List.of());
    private final ClientContext context;
    private final HeldCredentials credentials;
    private final BackgroundCalls background = new BackgroundCalls(thread);
    private final HttpCalls http;
    private final AuthApi api;
    private final ReplacedLogin replaced;
    private final GuestWait guest;
    private final HeldSession session;

    LiveWebClient(ClientConfig config) {
        context = config.context();
        CredentialStore store = config.store();
        credentials = new HeldCredentials(store);
        http = context.http();
        api = new AuthApi(http);
        replaced = new ReplacedLogin(store, api, background);
        guest = new GuestWait(context, thread, this);
        session = new HeldSession(context, thread, credentials, http, config.profile(), this);
    }

    @Override
    public void start() {
        thread.execute(() -> {
            state.set(SessionMachine.begin(credentials.load()));
            hold(SessionMachine.needs(state.get()));
        });
    }

    @Override
    public SessionState state() {
        return state.get();
    }

    @Override
    public ServerTrust trust() {
        return context.trust();
    }

    @Override
    public Subscription onState(Consumer<SessionState> listener) {
        return state.watch(listener);
    }

    @Override
    public Subscription onNewLinks(Consumer<List<NewLink>> listener) {
        return newLinks.watch(listener);
    }

    @Override
    public void enterNumber(String number) {
        thread.execute(() -> guest.enterNumber(number));
    }

    @Override
    public void cancelLink() {
        thread.execute(guest::cancelLink);
    }

    @Override
    public void showNewCode() {
        thread.execute(this::retry);
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
    public void logOut() {
        thread.execute(() -> credentials.get().ifPresent(held -> {
            background.runAlone(() -> api.endSession(held));
            session.end(Logouts.here(context.clock()));
        }));
    }

    @Override
    public Chat chat() {
        LiveChat chat = session.chat();
        if (chat == null || !(state.get() instanceof SessionState.Authenticated)) {
            throw new IllegalStateException("a chat exists only in the Authenticated State");
        }
        return chat;
    }

    @Override
    public void close() {
        thread.execute(() -> {
            hold(SessionMachine.Needs.NOTHING);
            session.close();
        });
        thread.close();
        TemporaryLogin.end(credentials, api, background);
        http.close();
    }

    @Override
    public boolean isTemporary() {
        return credentials.isTemporary();
    }

    @Override
    public void code(SessionState.Code code) {
        happened(new CodeShown(code));
    }

    @Override
    public void scanned(String by, boolean needsNumber, Instant until) {
        happened(new CodeScanned(by, needsNumber, until));
    }

    @Override
    public void linked(Credentials fresh) {
        credentials.begin(fresh);
        replaced.end(fresh);
        happened(new TokenKept(fresh.profile()));
    }

    @Override
    public void ended(LinkEnd end) {
        happened(end == LinkEnd.NO_MORE_CODES ? new CodesRanOut() : new LinkFailed(end));
    }

    @Override
    public void admitted(Profile profile) {
        credentials.get().ifPresent(replaced::end);
        newLinks.set(List.of()); // follows again after this, if there are any
        happened(new SessionEvent.Admitted(profile));
    }

    @Override
    public void heard(ChatServerMessage message) {
        if (message instanceof ChatServerMessage.NewLinks(var links)) {
            newLinks.set(links);
        }
    }

    @Override
    public void ended(Logout logout) {
        newLinks.set(List.of());
        happened(new SessionEnded(logout));
    }

    @Override
    public void lost(String trouble) {
        if (session.isFrozen()) {
            if (!(state.get() instanceof SessionState.Stopped)) {
                mustStop(DisconnectReason.FROZEN); // as it was before this start
            }
            return;
        }
        happened(session.hasKnownChat() ? new AwayFromKnownChat(trouble) : new ConnectionLost(trouble));
    }

    @Override
    public void changedServer(KeptLogin kept) {
        happened(new LoginRead(kept));
    }

    @Override
    public void mustStop(DisconnectReason reason) {
        happened(new ToldToStop(reason));
    }

    private static boolean waitsForLogin(SessionState state) {
        return state instanceof SessionState.LoginUnavailable || state instanceof SessionState.LoginUnstorable;
    }

    private void retry() {
        SessionState before = state.get();
        if (waitsForLogin(before)) {
            happened(new LoginRead(credentials.load()));
            return;
        }
        if (before instanceof SessionState.Stopped) {
            credentials.reload();
        }
        happened(new RetryPressed(credentials.profile()));
        if (before instanceof SessionState.Connecting) {
            guest.begin();
        } else if (SessionMachine.needs(before) == SessionMachine.Needs.CHAT_CONNECTION) {
            session.retryNow();
        }
    }

    private void happened(SessionEvent event) {
        SessionState old = state.get();
        SessionState next = SessionMachine.next(old, event);
        if (!next.equals(old)) {
            state.set(next);
        }
        SessionMachine.Needs needs = SessionMachine.needs(next);
        if (needs != SessionMachine.needs(old)) {
            hold(needs);
        }
    }

    private void hold(SessionMachine.Needs needs) {
        switch (needs) {
            case GUEST_CONNECTION -> {
                session.stop();
                guest.begin();
            }
            case CHAT_CONNECTION -> {
                guest.stop();
                session.begin();
            }
            case NOTHING -> {
                guest.stop();
                session.stop();
            }
        }
    }
}
