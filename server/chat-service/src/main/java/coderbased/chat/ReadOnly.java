package coderbased.chat;

import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.Authenticate;
import coderbased.protocol.ChatClientMessage.Change;
import coderbased.protocol.ChatClientMessage.Marker;
import coderbased.protocol.ChatClientMessage.Read;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatClientMessage.StartOver;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.ChatServerMessage.SendRefused;

/** Rules for a device that may only read: a request for a change is refused, or ignored if it has no answer. */
final class ReadOnly {

    private ReadOnly() {}

    /** Refuses a request that such a device may not make; false if it may. */
    static boolean refuses(LiveDevice device, ChatClientMessage message) {
        if (!device.session().choices().readOnly()) {
            return false;
        }
        RefusalReason why = RefusalReason.READ_ONLY;
        return switch (message) {
            case Send send -> {
                device.tell(new SendRefused(send.clientMessageId(), why.problem()));
                yield true;
            }
            case Change change -> {
                device.refuse(change.requestId(), why);
                yield true;
            }
            case StartOver _, Marker _, Typing _ -> true;
            case Authenticate _, Read _ -> false;
        };
    }
}
