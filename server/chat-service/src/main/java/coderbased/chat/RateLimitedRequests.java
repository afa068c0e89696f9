package coderbased.chat;

import coderbased.audit.SecurityEvent;
import coderbased.audit.SecurityLog;
import coderbased.auth.session.SteadyTime;
import coderbased.outage.Outage;
import coderbased.outage.RequestRejected;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.Authenticate;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetReceipts;
import coderbased.protocol.ChatClientMessage.GroupRequest;
import coderbased.protocol.ChatClientMessage.Marker;
import coderbased.protocol.ChatClientMessage.MessageChange;
import coderbased.protocol.ChatClientMessage.Query;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatClientMessage.StartOver;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.ChatClientMessage.Watch;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.ProblemReason;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rate limits of every account, over all its devices on this node, in front of {@link RequestRouter}.
 *
 * <p>A request that can be refused is refused, with the time after which half a burst is available again. One that
 * cannot be refused waits on the device's own thread; a device that keeps sending meanwhile fills its queue and loses
 * its connection. Typing is dropped. Thread-safe.
 *
 * <p>A device sends its messages in order and without waiting for answers. Once one of its writes is refused here, all
 * that follow on the connection are refused until the device starts over. So no message overtakes an earlier one.
 */
final class RateLimitedRequests {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimitedRequests.class);

    private final RequestRouter requests;
    private final SecurityLog log;
    private final AccountRate changes;
    private final AccountRate searches;
    private final AccountRate typing;
    private final AccountRate notes;
    private final Duration changesAgain;
    private final Duration searchesAgain;

    RateLimitedRequests(RequestRouter requests, AccountLimits limits, ChatContext context, SecurityLog log) {
        this.requests = requests;
        this.log = log;
        TimeMeter time = new SteadyTime(context.clock()).meter();
        changes = new AccountRate(limits.changes(), time);
        searches = new AccountRate(limits.searches(), time);
        typing = new AccountRate(limits.typing(), time);
        notes = new AccountRate(limits.notes(), time);
        changesAgain = limits.changes().untilFull().dividedBy(2);
        searchesAgain = limits.searches().untilFull().dividedBy(2);
    }

    /** Returns the requests for history, which know how far back a device sees. */
    HistoryRequests history() {
        return requests.history();
    }

    void answer(LiveDevice device, ChatClientMessage message) throws BadMessage, InterruptedException {
        if (!isInTime(device, message)) {
            return;
        }
        try {
            requests.answer(device, message);
        } catch (RuntimeException e) {
            // What cannot be answered now is asked again on another connection. What can never be answered must not.
            boolean isTemporary = Outage.isLogged(e) && !(e instanceof RequestRejected);
            if (isTemporary || message instanceof Resume) {
                throw e;
            }
            if (!Outage.isLogged(e)) {
                LOG.error("Could not answer a request; it is refused", e);
            }
            reject(device, message);
        }
    }

    /** Refuses a request for good; one that has no answer is dropped. */
    private static void reject(LiveDevice device, ChatClientMessage message) {
        switch (message) {
            case Send send ->
                device.tell(new SendRefused(send.clientMessageId(), RefusalReason.NOT_STORABLE.problem()));
            case ChatClientMessage.Change change -> device.refuse(change.requestId(), RefusalReason.NOT_STORABLE);
            case Query query -> device.refuse(query.requestId(), RefusalReason.NOT_STORABLE);
            case GetReceipts receipts -> device.refuse(receipts.requestId(), RefusalReason.NOT_STORABLE);
            case GetHistory page -> device.refuse(page.requestId(), RefusalReason.NOT_STORABLE);
            case Authenticate _, Resume _, StartOver _, Marker _, Typing _, Watch _ -> {}
        }
    }

    /** True if the message may be answered; false if it was refused or dropped. */
    private boolean isInTime(LiveDevice device, ChatClientMessage message) throws InterruptedException {
        return switch (message) {
            case Send send -> isInOrder(device) || refuse(device, send);
            case MessageChange change -> isInOrder(device) || refuse(device, change.requestId(), changesAgain);
            case GroupRequest request -> isChange(device, request.requestId());
            case Query query -> isSearch(device, query.requestId());
            case Typing now -> typing.take(device.accountId());
            case Marker _, Watch _, GetHistory _, GetReceipts _ -> {
                notes.await(device.accountId());
                yield true;
            }
            case Authenticate _, Resume _, StartOver _ -> true;
        };
    }

    private boolean isInOrder(LiveDevice device) {
        WriteSequence sequence = device.writes().now();
        if (!sequence.isClosed() && changes.take(device.accountId())) {
            return true;
        }
        sequence.close();
        return false;
    }

    private boolean isChange(LiveDevice device, String requestId) {
        return changes.take(device.accountId()) || refuse(device, requestId, changesAgain);
    }

    private boolean isSearch(LiveDevice device, String requestId) {
        return searches.take(device.accountId()) || refuse(device, requestId, searchesAgain);
    }

    private boolean refuse(LiveDevice device, Send send) {
        note(device);
        device.tell(new SendRefused(
                send.clientMessageId(),
                ProblemReason.MESSAGES_TOO_MANY.problem().retryAfter(changesAgain.toMillis())));
        return false;
    }

    private void note(LiveDevice device) {
        log.note(SecurityEvent.RATE_LIMITED, ErrorCode.SLOW_DOWN, device.accountId());
    }

    private boolean refuse(LiveDevice device, String requestId, Duration again) {
        note(device);
        device.tell(new RequestFailed(
                requestId, ProblemReason.REQUESTS_TOO_MANY.problem().retryAfter(again.toMillis())));
        return false;
    }
}
