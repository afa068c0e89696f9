package coderbased.chat;

import coderbased.protocol.ChatServerMessage.Done;

/** Tells the device that asked for a change what became of it. What was so already is done, too. */
record DoneAnswer(LiveDevice device, String requestId) implements MessageWriter.Answer {

    @Override
    public void written(ChatWritten result) {
        switch (result) {
            case ChatWritten.Refused refused -> device.refuse(requestId, refused.why());
            case ChatWritten.Changed changed ->
                device.tell(new Done(requestId, changed.message().rev()));
            case ChatWritten.Said _,
                    ChatWritten.Repeated _,
                    ChatWritten.Marked _,
                    ChatWritten.Arranged _,
                    ChatWritten.Drafted _,
                    ChatWritten.Opened _,
                    ChatWritten.Made _,
                    ChatWritten.GroupChanged _,
                    ChatWritten.Unchanged _ -> device.tell(new Done(requestId, 0));
        }
    }

    @Override
    public void failed() {
        device.refuse(requestId, Refusal.NOT_NOW);
    }
}
