package coderbased.chat;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ErrorCode;

/** Tells the device that said something what became of it. A repeated send hears the same as the first. */
record SendAnswer(LiveDevice device, String clientMessageId) implements MessageWriter.Answer {

    @Override
    public void written(ChatWritten result) {
        device.tell(
                switch (result) {
                    case ChatWritten.Said said -> stored(said.message());
                    case ChatWritten.Repeated repeated -> stored(repeated.message());
                    case ChatWritten.Unchanged unchanged ->
                        new SendRefused(clientMessageId, ErrorCode.NOT_FOUND, "There is no such conversation.");
                    case ChatWritten.ReadMoved moved -> throw unexpected(moved);
                    case ChatWritten.Opened opened -> throw unexpected(opened);
                });
    }

    @Override
    public void failed() {
        device.tell(new SendRefused(
                clientMessageId, ErrorCode.TRY_LATER, "The server could not store this message. Send it again later."));
    }

    private ChatServerMessage stored(ChatMessage message) {
        return new Stored(clientMessageId, message.conversationId(), message.seq(), message.sentAt());
    }

    private static IllegalStateException unexpected(ChatWritten result) {
        return new IllegalStateException("a message was said, and this came back: " + result.getClass());
    }
}
