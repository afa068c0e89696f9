package coderbased.client;

import coderbased.client.net.AuthApi;
import coderbased.client.net.Listeners;
import coderbased.client.net.ProblemException;
import coderbased.client.net.SessionCalls;
import coderbased.client.net.Subscription;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatServerMessage;
import java.util.concurrent.CompletableFuture;

/** {@link PhoneDevices} over HTTP. That something changed comes with the chat connection. */
final class LivePhoneDevices implements PhoneDevices {

    private final AuthApi api;
    private final SessionCalls calls;
    private final Listeners<ChatServerMessage.DevicesChanged> changes = new Listeners<>();

    LivePhoneDevices(AuthApi api, SessionCalls calls) {
        this.api = api;
        this.calls = calls;
    }

    @Override
    public CompletableFuture<AuthHttp.Devices> list() {
        return calls.ask(api::devices);
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return changes.listen(_ -> listener.run());
    }

    @Override
    public CompletableFuture<Void> rename(String deviceId, String name) {
        return ProblemException.ofName(name)
                .<CompletableFuture<Void>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> calls.tell(by -> api.rename(by, deviceId, new AuthHttp.Rename(name))));
    }

    @Override
    public CompletableFuture<Void> freeze(String deviceId) {
        return calls.tell(by -> api.freeze(by, deviceId));
    }

    @Override
    public CompletableFuture<Void> thaw(String deviceId) {
        return calls.tell(by -> api.thaw(by, deviceId));
    }

    @Override
    public CompletableFuture<Void> unlink(String deviceId) {
        return calls.tell(by -> api.unlink(by, deviceId));
    }

    @Override
    public CompletableFuture<Void> unlinkAll() {
        return calls.tell(api::unlinkAll);
    }

    /** Tells the listeners. On the client thread. */
    void changed() {
        changes.tell(new ChatServerMessage.DevicesChanged());
    }
}
