package coderbased.chat;

import coderbased.protocol.ChatServerMessage.Done;

/**
 * Tells the device that asked for a change what became of it. What was so already is done, too, and has its place among
 * the changes: the device may not have heard of it yet.
 */
record DoneAnswer(LiveDevice device, String requestId) implements MessageWriter.Answer {

    @Override
    public void written(ChatWritten result) {
        switch (result) {
            case ChatWritten.Refused refused -> device.refuse(requestId, refused);
            case ChatWritten.Changed changed -> done(changed.message().rev());
            case ChatWritten.Repeated repeated -> done(repeated.message().rev());
            case ChatWritten.Said _,
                    ChatWritten.Marked _,
                    ChatWritten.Arranged _,
                    ChatWritten.Drafted _,
                    ChatWritten.Opened _,
                    ChatWritten.Made _,
                    ChatWritten.GroupChanged _,
                    ChatWritten.Recalled _,
                    ChatWritten.Unchanged _ -> done(0);
        }
    }

    /** {@code rev}: the message's, since it is as it was asked to be. */
    private void done(long rev) {
        device.tell(new Done(requestId, rev));
    }

    @Override
    public void failed() {
        device.refuse(requestId, Refusal.NOT_NOW);
    }
}
