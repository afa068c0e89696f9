package coderbased.chat;

import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.AnswerInvitation;
import coderbased.protocol.ChatClientMessage.Authenticate;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.Delete;
import coderbased.protocol.ChatClientMessage.Edit;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.GetReceipts;
import coderbased.protocol.ChatClientMessage.MarkDelivered;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.React;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.ChatClientMessage.SaveSettings;
import coderbased.protocol.ChatClientMessage.Search;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatClientMessage.StartOver;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.ChatClientMessage.Watch;

/**
 * Routing of an admitted device's requests to the class that answers them. The asking account is always the device's
 * session's; an id of another person's conversation gets the same answer as one that never existed.
 *
 * <p>Thread-safe. One device's requests are answered on that device's thread, one after the other.
 */
record RequestRouter(
        MessageRequests messages,
        GroupRequests groups,
        HistoryRequests history,
        SearchRequests searches,
        KeepingRequests keeping,
        PeopleRequests people) {

    private static final int MAX_NAME_CHARS = 64;

    void answer(LiveDevice device, ChatClientMessage message) throws BadMessage, InterruptedException {
        if (ReadOnly.refuses(device, message)) {
            return;
        }
        switch (message) {
            case Authenticate again -> throw new BadMessage("This connection is already authenticated.");
            case Resume resume -> history.resume(device, resume);
            case GetHistory page -> history.page(device, named(page, page.requestId()));
            case GetReceipts receipts -> history.receipts(device, named(receipts, receipts.requestId()));
            case Search search -> searches.search(device, named(search, search.requestId()));
            case Send send -> messages.send(device, named(send, send.clientMessageId()));
            case Edit edit -> messages.edit(device, named(edit, edit.requestId()));
            case Delete delete -> messages.delete(device, named(delete, delete.requestId()));
            case React react -> messages.react(device, named(react, react.requestId()));
            case StartOver again -> device.writes().startOver();
            case OpenDirect open -> groups.open(device, named(open, open.requestId()));
            case CreateGroup create -> groups.create(device, named(create, create.requestId()));
            case ChangeGroup change -> groups.change(device, named(change, change.requestId()));
            case AnswerInvitation answer -> groups.answer(device, named(answer, answer.requestId()));
            case MarkDelivered delivered -> keeping.delivered(device, delivered);
            case MarkRead read -> keeping.read(device, read);
            case SaveSettings settings -> keeping.saveSettings(device, settings);
            case SaveDraft draft -> keeping.draft(device, draft);
            case FindPeople find -> people.find(device, named(find, find.requestId()));
            case Typing typing -> people.typing(device, typing);
            case Watch watch -> people.watch(device, watch);
        }
    }

    private static <T> T named(T said, String name) throws BadMessage {
        if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
            throw new BadMessage("The id of a message or request has 1 to " + MAX_NAME_CHARS + " characters.");
        }
        return said;
    }
}
