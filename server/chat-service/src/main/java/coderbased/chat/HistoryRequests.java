package coderbased.chat;

import coderbased.auth.session.Session;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatClientMessage.GetReceipts;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.MessageReceipts;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.util.List;
import java.util.Optional;

/** Requests for stored messages: the backlog of a device that comes back, and pages of history. */
final class HistoryRequests {

    private final ChatStore store;
    private final Backlog backlog;

    HistoryRequests(ChatStore store, Backlog backlog) {
        this.store = store;
        this.backlog = backlog;
    }

    /** Returns how far back a device of that session sees. */
    HistoryVisibility visibility(Session session) {
        return HistoryVisibility.of(store, session);
    }

    void resume(LiveDevice device, Resume request) throws BadMessage, InterruptedException {
        if (!device.feed().beginCatchingUp()) {
            throw new BadMessage("A device can resume only once per connection.");
        }
        backlog.replay(device, request.have());
    }

    void page(LiveDevice device, GetHistory request) throws InterruptedException {
        Optional<String> page = encodedPage(device, request);
        if (page.isEmpty()) {
            device.refuse(request.requestId(), RefusalReason.NO_CONVERSATION);
        } else {
            device.connection().sendInTurn(page.get());
        }
    }

    /** A device without history knows nothing of older messages, as if there were none. */
    void receipts(LiveDevice device, GetReceipts request) {
        String conversation = request.conversationId();
        device.tell(new MessageReceipts(
                request.requestId(),
                device.visibility().sees(conversation, request.seq())
                        ? store.receipts(conversation, device.accountId(), request.seq())
                        : List.of()));
    }

    /**
     * Returns the encoded page: while the device does not read, only this text is held, not all messages that were
     * found.
     */
    private Optional<String> encodedPage(LiveDevice device, GetHistory request) {
        HistoryVisibility visibility = device.visibility();
        long seq = request.side() == Side.BEFORE
                ? request.seq()
                : Math.max(request.seq(), visibility.first(request.conversationId()) - 1);
        return store.history(request.conversationId(), device.accountId(), request.side(), seq, Protocol.BATCH_SIZE)
                .map(found -> Wire.write(page(request, visibility.seen(request.conversationId(), found))));
    }

    private static HistoryPage page(GetHistory request, HistoryPart found) {
        List<ChatMessage> fitting = fitting(request.side(), request.seq(), found.messages());
        boolean none = fitting.isEmpty();
        return new HistoryPage(
                request.requestId(),
                request.conversationId(),
                fitting,
                none ? found.firstSeq() < request.seq() : fitting.getFirst().seq() > found.firstSeq(),
                none ? found.lastSeq() > request.seq() : fitting.getLast().seq() < found.lastSeq());
    }

    private static List<ChatMessage> fitting(Side side, long seq, List<ChatMessage> found) {
        return switch (side) {
            case BEFORE -> Pages.last(found);
            case AFTER -> Pages.first(found);
            case AROUND -> {
                long before =
                        found.stream().filter(message -> message.seq() < seq).count();
                yield Pages.around(found, (int) Math.min(before, Math.max(0, found.size() - 1)));
            }
        };
    }
}
