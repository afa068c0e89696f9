package coderbased.chat;

import coderbased.protocol.ChatServerMessage.Done;

/** Tells the device that asked for a change what became of it. What was so already is done, too. */
record DoneAnswer(LiveDevice device, String requestId) implements MessageWriter.Answer {

    @Override
    public void written(ChatWritten result) {
        if (result instanceof ChatWritten.Refused refused) {
            device.refuse(requestId, refused.why());
        } else {
            device.tell(new Done(requestId));
        }
    }

    @Override
    public void failed() {
        device.refuse(requestId, Refusal.NOT_NOW);
    }
}
