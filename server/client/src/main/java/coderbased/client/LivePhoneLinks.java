package coderbased.client;

import coderbased.client.net.AuthApi;
import coderbased.client.net.ClientThread;
import coderbased.client.net.Listeners;
import coderbased.client.net.Observable;
import coderbased.client.net.SessionCalls;
import coderbased.client.net.Subscription;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.NewLink;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * {@link PhoneLinks} over HTTP. Changes of a link come with the chat connection. They are not sent to a phone that is
 * offline, so it queries the links whose end it does not know after it reconnects.
 */
final class LivePhoneLinks implements PhoneLinks {

    private final AuthApi api;
    private final SessionCalls calls;
    private final HeldCredentials credentials;
    private final Observable<List<NewLink>> newLinks;
    private final Listeners<LinkStatus> changes = new Listeners<>();

    /** The links that this phone started and whose end it does not know. Used on the client thread. */
    private final Set<String> open = new LinkedHashSet<>();

    LivePhoneLinks(AuthApi api, SessionCalls calls, HeldCredentials credentials, ClientThread thread) {
        this.api = api;
        this.calls = calls;
        this.credentials = credentials;
        this.newLinks = new Observable<>(thread, List.of());
    }

    @Override
    public QrText read(String scanned) {
        return QrText.read(scanned, credentials.require().serverId());
    }

    @Override
    public CompletableFuture<AuthHttp.LinkOffer> claim(QrText.Ours code) {
        return claim(new AuthHttp.ClaimCode(new Secret(code.token().text()), null));
    }

    @Override
    public CompletableFuture<AuthHttp.LinkOffer> claimTyped(String typedCode) {
        return claim(new AuthHttp.ClaimCode(null, new Secret(typedCode)));
    }

    private CompletableFuture<AuthHttp.LinkOffer> claim(AuthHttp.ClaimCode code) {
        return calls.ask(by -> api.claim(by, code), offer -> {
            open.add(offer.linkId());
            return offer;
        });
    }

    @Override
    public CompletableFuture<LinkStatus> approve(String linkId, AuthHttp.Approval how) {
        return calls.ask(by -> api.approve(by, linkId, how));
    }

    @Override
    public CompletableFuture<LinkStatus> deny(String linkId) {
        return calls.ask(by -> api.deny(by, linkId));
    }

    @Override
    public CompletableFuture<LinkStatus> status(String linkId) {
        return calls.ask(by -> api.link(by, linkId));
    }

    @Override
    public Subscription onStatus(Consumer<LinkStatus> listener) {
        return changes.listen(listener);
    }

    @Override
    public CompletableFuture<LinkHistory> history() {
        return calls.ask(api::linkHistory);
    }

    @Override
    public Subscription onNew(Consumer<List<NewLink>> listener) {
        return newLinks.watch(listener);
    }

    @Override
    public CompletableFuture<Void> answerNew(String deviceId, boolean mine) {
        return calls.tell(by -> api.answerLink(by, deviceId, new AuthHttp.LinkAnswer(mine)));
    }

    /** Queries the links whose changes were missed, after an admission. On the client thread. */
    void admitted() {
        newLinks.set(List.of()); // follows again after this, if there are any
        List.copyOf(open)
                .forEach(id -> calls.ask(by -> api.link(by, id), status -> {
                    changed(status);
                    return null;
                }));
    }

    /** Applies a status that was received or queried. On the client thread. */
    void changed(LinkStatus status) {
        switch (status.step()) {
            case LINKED, ENDED -> open.remove(status.linkId());
            case WAITING, APPROVED -> open.add(status.linkId());
        }
        changes.tell(status);
    }

    /** Replaces the new links that nobody has confirmed. On the client thread. */
    void unconfirmed(List<NewLink> links) {
        newLinks.set(links);
    }

    /** Forgets all links at the end of the session. On the client thread. */
    void forget() {
        open.clear();
        newLinks.set(List.of());
    }
}
