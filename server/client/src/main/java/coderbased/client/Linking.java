package coderbased.client;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.LinkStatus;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The phone as the boss of the desktops it linked: claims codes, approves, follows links, knows and unlinks devices.
 * Thread-safe, except where it says so.
 */
final class Linking {

    private final AuthApi api;
    private final SessionCalls calls;
    private final OpenLinks links = new OpenLinks();
    private final News<ChatServerMessage.DevicesChanged> devices = new News<>();

    Linking(AuthApi api, SessionCalls calls) {
        this.api = api;
        this.calls = calls;
    }

    CompletableFuture<AuthHttp.LinkOffer> claim(AuthHttp.ClaimCode code) {
        return calls.ask(token -> api.claim(token, code), offer -> {
            links.begun(offer.linkId());
            return offer;
        });
    }

    CompletableFuture<LinkStatus> approve(String linkId, AuthHttp.Approval how) {
        return calls.ask(token -> api.approve(token, linkId, how));
    }

    CompletableFuture<LinkStatus> deny(String linkId) {
        return calls.ask(token -> api.deny(token, linkId));
    }

    CompletableFuture<LinkStatus> link(String linkId) {
        return calls.ask(token -> api.link(token, linkId));
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
        return calls.tell(token -> api.rename(token, deviceId, new AuthHttp.Rename(name)));
    }

    CompletableFuture<Void> unlink(String deviceId) {
        return calls.tell(token -> api.unlink(token, deviceId));
    }

    CompletableFuture<Void> answerLink(String deviceId, boolean mine) {
        return calls.tell(token -> api.answerLink(token, deviceId, new AuthHttp.LinkAnswer(mine)));
    }

    CompletableFuture<Void> unlinkAll() {
        return calls.tell(api::unlinkAll);
    }

    /** The session is admitted: asks for what was told to nobody meanwhile. On the client's own thread. */
    void admitted() {
        links.unfinished().forEach(id -> calls.ask(token -> api.link(token, id), this::caughtUp));
        devices.tell(new ChatServerMessage.DevicesChanged());
    }

    /** The server said something, which may be of links or devices. On the client's own thread. */
    void heard(ChatServerMessage message) {
        if (message instanceof ChatServerMessage.LinkChanged(LinkStatus status)) {
            links.heard(status);
        } else if (message instanceof ChatServerMessage.DevicesChanged changed) {
            devices.tell(changed);
        }
    }

    /** The session is over. On the client's own thread. */
    void forget() {
        links.forget();
    }

    private Void caughtUp(LinkStatus status) {
        links.heard(status);
        return null;
    }
}
