package coderbased.chat;

import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ErrorCode;

/** Tells the device that wanted a conversation which one it is. */
record OpenAnswer(LiveDevice device, String requestId, People people) implements MessageWriter.Answer {

    @Override
    public void written(ChatWritten result) {
        if (result instanceof ChatWritten.Opened opened) {
            device.tell(new Opened(
                    requestId,
                    people.summary(opened.conversation(), device.session().accountId())));
        } else {
            failed();
        }
    }

    @Override
    public void failed() {
        device.tell(new RequestFailed(
                requestId, ErrorCode.TRY_LATER, "The server could not open the conversation. Try again later."));
    }
}
