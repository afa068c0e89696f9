package coderbased.chat;

import coderbased.auth.Session;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.util.List;
import java.util.Optional;

/** Gives out what was said before: to a device that comes back, and page by page. */
final class HistoryRequests {

    private final ChatStore store;
    private final Backlog backlog;

    HistoryRequests(ChatStore store, Backlog backlog) {
        this.store = store;
        this.backlog = backlog;
    }

    /** How far back a device of that session sees. */
    HistoryVisibility horizon(Session session) {
        return HistoryVisibility.of(store, session);
    }

    void resume(LiveDevice device, Resume said) throws BadMessage, InterruptedException {
        if (!device.feed().beginCatchingUp()) {
            throw new BadMessage("A device can resume only once per connection.");
        }
        backlog.replay(device, said.have());
    }

    void page(LiveDevice device, GetHistory said) throws InterruptedException {
        Optional<String> page = encodedPage(device, said);
        if (page.isEmpty()) {
            device.refuse(said.requestId(), Refusal.NO_CONVERSATION);
        } else {
            device.peer().sendInTurn(page.get());
        }
    }

    /** While the device does not read, only this text is held, not all that was found. */
    private Optional<String> encodedPage(LiveDevice device, GetHistory said) {
        HistoryVisibility horizon = device.horizon();
        long seq = said.side() == Side.BEFORE
                ? said.seq()
                : Math.max(said.seq(), horizon.first(said.conversationId()) - 1);
        return store.history(said.conversationId(), device.accountId(), said.side(), seq, Protocol.BATCH_SIZE)
                .map(found -> Wire.write(page(said, horizon.seen(said.conversationId(), found))));
    }

    private static HistoryPage page(GetHistory said, HistoryPart found) {
        List<ChatMessage> fitting = fitting(said.side(), said.seq(), found.messages());
        boolean none = fitting.isEmpty();
        return new HistoryPage(
                said.requestId(),
                said.conversationId(),
                fitting,
                none ? found.firstSeq() < said.seq() : fitting.getFirst().seq() > found.firstSeq(),
                none ? found.lastSeq() > said.seq() : fitting.getLast().seq() < found.lastSeq());
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
