package coderbased.client;

import coderbased.client.net.AuthApi;
import coderbased.client.net.Listeners;
import coderbased.client.net.SessionCalls;
import coderbased.client.net.Subscription;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.LinkStatus;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The phone's control of its linked desktops: claims codes, approves and follows links, lists and unlinks devices.
 * Thread-safe, except where noted.
 */
final class Linking {

    private final AuthApi api;
    private final SessionCalls calls;
    private final OpenLinks links = new OpenLinks();
    private final Listeners<ChatServerMessage.DevicesChanged> devices = new Listeners<>();

    Linking(AuthApi api, SessionCalls calls) {
        this.api = api;
        this.calls = calls;
    }

    CompletableFuture<AuthHttp.LinkOffer> claim(AuthHttp.ClaimCode code) {
        return calls.ask(by -> api.claim(by, code), offer -> {
            links.begun(offer.linkId());
            return offer;
        });
    }

    CompletableFuture<LinkStatus> approve(String linkId, AuthHttp.Approval how) {
        return calls.ask(by -> api.approve(by, linkId, how));
    }

    CompletableFuture<LinkStatus> deny(String linkId) {
        return calls.ask(by -> api.deny(by, linkId));
    }

    CompletableFuture<LinkStatus> link(String linkId) {
        return calls.ask(by -> api.link(by, linkId));
    }

    Subscription onLink(Consumer<LinkStatus> listener) {
        return links.listen(listener);
    }

    CompletableFuture<LinkHistory> history() {
        return calls.ask(api::linkHistory);
    }

    CompletableFuture<AuthHttp.Devices> devices() {
        return calls.ask(api::devices);
    }

    Subscription onDevicesChanged(Runnable listener) {
        return devices.listen(_ -> listener.run());
    }

    CompletableFuture<Void> rename(String deviceId, String name) {
        return calls.tell(by -> api.rename(by, deviceId, new AuthHttp.Rename(name)));
    }

    CompletableFuture<Void> freeze(String deviceId) {
        return calls.tell(by -> api.freeze(by, deviceId));
    }

    CompletableFuture<Void> thaw(String deviceId) {
        return calls.tell(by -> api.thaw(by, deviceId));
    }

    CompletableFuture<Void> unlink(String deviceId) {
        return calls.tell(by -> api.unlink(by, deviceId));
    }

    CompletableFuture<Void> answerLink(String deviceId, boolean mine) {
        return calls.tell(by -> api.answerLink(by, deviceId, new AuthHttp.LinkAnswer(mine)));
    }

    CompletableFuture<Void> unlinkAll() {
        return calls.tell(api::unlinkAll);
    }

    /** Queries the links whose changes were missed, after an admission. On the client thread. */
    void admitted() {
        links.unfinished().forEach(id -> calls.ask(by -> api.link(by, id), this::caughtUp));
        devices.tell(new ChatServerMessage.DevicesChanged());
    }

    /** Handles a message about links or devices. On the client thread. */
    void heard(ChatServerMessage message) {
        if (message instanceof ChatServerMessage.LinkChanged(LinkStatus status)) {
            links.heard(status);
        } else if (message instanceof ChatServerMessage.DevicesChanged changed) {
            devices.tell(changed);
        }
    }

    /** Forgets all links at the end of the session. On the client thread. */
    void forget() {
        links.forget();
    }

    private Void caughtUp(LinkStatus status) {
        links.heard(status);
        return null;
    }
}
