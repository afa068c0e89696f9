package coderbased.desktop;

import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.client.chat.Chat;
import coderbased.client.net.ServerAddress;
import coderbased.client.net.ServerTrust;
import coderbased.client.net.Subscription;
import coderbased.fx.FakeChat;
import coderbased.protocol.NewLink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A fake client whose state a test sets, and which records its calls. */
final class FakeWebClient implements WebClient {

    volatile boolean temporary;
    /** The calls it received, in order, for example {@code enterNumber 42}. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Runs when it is closed. */
    volatile Runnable onClose = () -> {};

    /** The chat of the Authenticated State. */
    final FakeChat chat = new FakeChat();

    private final List<Consumer<SessionState>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<NewLink>>> newLinkListeners = new CopyOnWriteArrayList<>();
    private final ServerTrust trust;
    private SessionState state = new SessionState.Connecting(null, null);

    FakeWebClient() {
        this(new ServerTrust(ServerAddress.parse("https://chat.example.org"), null));
    }

    FakeWebClient(ServerTrust trust) {
        this.trust = trust;
    }

    /** Goes into a state and tells it. */
    void tell(SessionState fresh) {
        state = fresh;
        listeners.forEach(listener -> listener.accept(fresh));
    }

    @Override
    public ServerTrust trust() {
        return trust;
    }

    @Override
    public boolean isTemporary() {
        return temporary;
    }

    @Override
    public SessionState state() {
        return state;
    }

    @Override
    public Subscription onState(Consumer<SessionState> listener) {
        listeners.add(listener);
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    /** Tells which other links nobody has answered for. */
    void tellNewLinks(NewLink... links) {
        newLinkListeners.forEach(listener -> listener.accept(List.of(links)));
    }

    @Override
    public Subscription onNewLinks(Consumer<List<NewLink>> listener) {
        newLinkListeners.add(listener);
        return () -> newLinkListeners.remove(listener);
    }

    @Override
    public void start() {
        asked.add("start");
    }

    @Override
    public void enterNumber(String number) {
        asked.add("enterNumber " + number);
    }

    @Override
    public void cancelLink() {
        asked.add("cancelLink");
    }

    @Override
    public void showNewCode() {
        asked.add("showNewCode");
    }

    @Override
    public void replaceLogin() {
        asked.add("replaceLogin");
    }

    @Override
    public void logOut() {
        asked.add("logOut");
    }

    @Override
    public Chat chat() {
        if (state instanceof SessionState.Authenticated) {
            return chat;
        }
        throw new IllegalStateException("not signed in");
    }

    @Override
    public void close() {
        asked.add("close");
        onClose.run();
    }
}
