package coderbased.chat;

import coderbased.protocol.ChatServerMessage.Done;

/**
 * The answer to a device that asked for a change. A change that was made before is answered as made, with its number:
 * the device may not have been told of it yet.
 */
record DoneAnswer(LiveDevice device, String requestId) implements MessageWriter.Answer {

    @Override
    public void written(ChatWritten result) {
        switch (result) {
            case ChatWritten.Refused refused -> device.refuse(requestId, refused);
            case ChatWritten.Changed changed -> done(changed.message().rev());
            case ChatWritten.Repeated repeated -> done(repeated.message().rev());
            case ChatWritten.Stored _,
                    ChatWritten.MarkersMoved _,
                    ChatWritten.SettingsChanged _,
                    ChatWritten.Drafted _,
                    ChatWritten.Opened _,
                    ChatWritten.Made _,
                    ChatWritten.GroupChanged _,
                    ChatWritten.Recalled _,
                    ChatWritten.Unchanged _ -> done(0);
        }
    }

    /** {@code rev}: the message's own number, because the message is as requested. */
    private void done(long rev) {
        device.tell(new Done(requestId, rev));
    }

    @Override
    public void failed() {
        device.refuse(requestId, RefusalReason.NOT_NOW);
    }
}
