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
import coderbased.protocol.ChatServerMessage.SendRefused;

/** Rules for a device that may only read: a request for a change is refused, or ignored if it has no answer. */
final class ReadOnly {

    private ReadOnly() {}

    /** Refuses a request that such a device may not make; false if it may. */
    static boolean refuses(LiveDevice device, ChatClientMessage message) {
        if (!device.session().choices().readOnly()) {
            return false;
        }
        Refusal why = Refusal.READ_ONLY;
        switch (message) {
            case Send send -> device.tell(new SendRefused(send.clientMessageId(), why.code(), why.sentence()));
            case Edit edit -> device.refuse(edit.requestId(), why);
            case Delete delete -> device.refuse(delete.requestId(), why);
            case React react -> device.refuse(react.requestId(), why);
            case OpenDirect open -> device.refuse(open.requestId(), why);
            case CreateGroup create -> device.refuse(create.requestId(), why);
            case ChangeGroup change -> device.refuse(change.requestId(), why);
            case AnswerInvitation answer -> device.refuse(answer.requestId(), why);
            case StartOver again -> {}
            case MarkDelivered delivered -> {}
            case MarkRead read -> {}
            case SaveSettings settings -> {}
            case SaveDraft draft -> {}
            case Typing typing -> {}
            case Authenticate again -> {
                return false;
            }
            case Resume resume -> {
                return false;
            }
            case GetHistory history -> {
                return false;
            }
            case Search search -> {
                return false;
            }
            case FindPeople find -> {
                return false;
            }
            case Watch watch -> {
                return false;
            }
        }
        return true;
    }
}
