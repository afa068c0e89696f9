package coderbased.chat;

import coderbased.protocol.ChatServerMessage.Opened;
import java.util.Objects;

/** The answer to a device that asked for a conversation. */
record OpenedAnswer(LiveDevice device, String requestId, LiveSockets live) implements MessageWriter.Answer {

    @Override
    public void written(ChatWritten result) {
        if (result instanceof ChatWritten.Opened opened) {
            tell(opened.conversation());
        } else if (result instanceof ChatWritten.Made made) {
            tell(Objects.requireNonNull(made.seenBy().get(device.session().accountId())));
        } else if (result instanceof ChatWritten.Refused refused) {
            device.refuse(requestId, refused);
        } else {
            throw SendAnswer.unexpected(result);
        }
    }

    @Override
    public void failed() {
        device.refuse(requestId, RefusalReason.NOT_NOW);
    }

    private void tell(Conversation conversation) {
        device.tell(new Opened(requestId, device.visibility().summary(conversation)));
        live.answered(device.accountId(), conversation);
    }
}
