package coderbased.client;

import java.util.function.Consumer;

/** {@link WebClient} over real sockets. */
final class LiveWebClient implements WebClient {

    private final ClientThread thread = new ClientThread("coderbased-web");
    private final Watched<SessionState> state = new Watched<>(thread, new SessionState.Connecting(null, null));

    LiveWebClient(Surroundings surroundings) {}

    @Override
    public void start() {}

    @Override
    public SessionState state() {
        return state.get();
    }

    @Override
    public Subscription onState(Consumer<SessionState> listener) {
        return state.watch(listener);
    }

    @Override
    public void enterNumber(String number) {}

    @Override
    public void cancelLink() {}

    @Override
    public void showNewCode() {}

    @Override
    public void logOut() {}

    @Override
    public Chat chat() {
        throw new IllegalStateException("there is no chat in the Guest State");
    }

    @Override
    public void close() {
        thread.close();
    }
}
