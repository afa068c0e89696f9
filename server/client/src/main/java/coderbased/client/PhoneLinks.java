package coderbased.client;

import coderbased.client.net.Subscription;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.NewLink;
import coderbased.protocol.QrText;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A phone's links to desktops: scans and approves codes, follows each link, and knows those of the account. */
public interface PhoneLinks {

    /** Classifies a scanned text, without a network call. */
    QrText read(String scanned);

    /** Claims a scanned code of this server. */
    CompletableFuture<AuthHttp.LinkOffer> claim(QrText.Ours code);

    /** Claims a code that was typed. */
    CompletableFuture<AuthHttp.LinkOffer> claimTyped(String typedCode);

    /** Approves a link. The desktop is signed in only when {@link #onStatus} reports {@link LinkStatus.Step#LINKED}. */
    CompletableFuture<LinkStatus> approve(String linkId, AuthHttp.Approval how);

    /** Approves a link with all permissions and without an end date. */
    default CompletableFuture<LinkStatus> approve(String linkId) {
        return approve(linkId, AuthHttp.Approval.PLAIN);
    }

    /** Denies a link. */
    CompletableFuture<LinkStatus> deny(String linkId);

    /** Queries the status of a link. */
    CompletableFuture<LinkStatus> status(String linkId);

    /** Calls the listener with each change of a link. */
    Subscription onStatus(Consumer<LinkStatus> listener);

    /** Returns the history of the account's links. The caller verifies that it was not rewritten. */
    CompletableFuture<LinkHistory> history();

    /** Calls the listener with the new links that nobody has confirmed: first the current ones, then each change. */
    Subscription onNew(Consumer<List<NewLink>> listener);

    /** Confirms a new link, or disowns it, which logs the device out. */
    CompletableFuture<Void> answerNew(String deviceId, boolean mine);
}
