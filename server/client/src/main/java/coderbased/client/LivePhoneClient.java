package coderbased.client;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Problem;
import coderbased.protocol.QrText;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** {@link PhoneClient} over real sockets and HTTP. */
final class LivePhoneClient implements PhoneClient {

    private final ClientThread thread = new ClientThread("coderbased-phone");
    private final Watched<PhoneState> state = new Watched<>(thread, new PhoneState.SignedOut(null));

    LivePhoneClient(Surroundings surroundings) {}

    private static <T> CompletableFuture<T> away() {
        return CompletableFuture.failedFuture(
                new ProblemException(Problem.of(ErrorCode.TRY_LATER, "The server can not be reached.")));
    }

    @Override
    public void start() {}

    @Override
    public PhoneState state() {
        return state.get();
    }

    @Override
    public Subscription onState(Consumer<PhoneState> listener) {
        return state.watch(listener);
    }

    @Override
    public void retry() {}

    @Override
    public CompletableFuture<Void> signUp(String handle, String name, String password) {
        return away();
    }

    @Override
    public CompletableFuture<Void> signIn(String handle, String password) {
        return away();
    }

    @Override
    public QrText read(String scanned) {
        return QrText.read(scanned, "");
    }

    @Override
    public CompletableFuture<AuthHttp.LinkOffer> claim(QrText.Ours code) {
        return away();
    }

    @Override
    public CompletableFuture<AuthHttp.LinkOffer> claimTyped(String typedCode) {
        return away();
    }

    @Override
    public CompletableFuture<LinkStatus> approve(String linkId) {
        return away();
    }

    @Override
    public CompletableFuture<LinkStatus> deny(String linkId) {
        return away();
    }

    @Override
    public CompletableFuture<LinkStatus> link(String linkId) {
        return away();
    }

    @Override
    public Subscription onLink(Consumer<LinkStatus> listener) {
        return () -> {};
    }

    @Override
    public CompletableFuture<AuthHttp.Devices> devices() {
        return away();
    }

    @Override
    public Subscription onDevicesChanged(Runnable listener) {
        return () -> {};
    }

    @Override
    public CompletableFuture<Void> rename(String deviceId, String name) {
        return away();
    }

    @Override
    public CompletableFuture<Void> unlink(String deviceId) {
        return away();
    }

    @Override
    public CompletableFuture<Void> unlinkAll() {
        return away();
    }

    @Override
    public CompletableFuture<Void> changePassword(String oldPassword, String newPassword) {
        return away();
    }

    @Override
    public CompletableFuture<Void> deleteAccount(String password) {
        return away();
    }

    @Override
    public CompletableFuture<Void> logOut() {
        return away();
    }

    @Override
    public Chat chat() {
        throw new IllegalStateException("nobody is signed in");
    }

    @Override
    public void close() {
        thread.close();
    }
}
