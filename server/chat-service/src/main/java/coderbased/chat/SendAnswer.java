package coderbased.chat;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import org.jspecify.annotations.Nullable;

/** The answer to a device that sent a message. A repeated send gets the same answer as the first. */
record SendAnswer(LiveDevice device, String clientMessageId) implements MessageWriter.Answer {

    @Override
    public void written(ChatWritten result) {
        if (result instanceof ChatWritten.Stored said) {
            stored(said.message());
        } else if (result instanceof ChatWritten.Repeated repeated) {
            stored(repeated.message());
        } else if (result instanceof ChatWritten.Refused refused) {
            refuse(refused.why(), refused.retryAfterMillis());
        } else {
            throw unexpected(result);
        }
    }

    @Override
    public void failed() {
        refuse(RefusalReason.NOT_NOW, null);
    }

    static IllegalStateException unexpected(ChatWritten result) {
        return new IllegalStateException("this is no answer to what was asked: " + result.getClass());
    }

    private void stored(ChatMessage message) {
        device.tell(new Stored(clientMessageId, message.conversationId(), message.seq(), message.sentAt()));
    }

    private void refuse(RefusalReason why, @Nullable Long retryAfterMillis) {
        device.tell(new SendRefused(clientMessageId, why.problem().retryAfter(retryAfterMillis)));
    }
}
