package coderbased.chat;

import coderbased.protocol.Arrangement;
import coderbased.protocol.ChatClientMessage.Arrange;
import coderbased.protocol.ChatClientMessage.MarkDelivered;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * Notes what an account keeps for itself in a conversation. None of this has an answer of its own: a device hears what became
 * of it as every other device does.
 */
final class KeepingDesk {

    /** Later moments do not fit into a store's number. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final MessageWriter writer;

    KeepingDesk(MessageWriter writer) {
        this.writer = writer;
    }

    void delivered(LiveDevice device, MarkDelivered said) throws InterruptedException {
        submit(new ChatWrite.Mark(said.conversationId(), device.accountId(), said.seq(), 0));
    }

    void read(LiveDevice device, MarkRead said) throws InterruptedException {
        submit(new ChatWrite.Mark(said.conversationId(), device.accountId(), said.seq(), said.seq()));
    }

    void arrange(LiveDevice device, Arrange said) throws BadMessage, InterruptedException {
        Arrangement wanted = said.arrangement();
        Instant muted = wanted.mutedUntil();
        if (muted != null && (muted.isAfter(LATEST) || muted.isBefore(Instant.EPOCH))) {
            throw new BadMessage("A conversation is muted until a moment before the year 10000.");
        }
        submit(new ChatWrite.Arrange(said.conversationId(), device.accountId(), wanted));
    }

    void draft(LiveDevice device, SaveDraft said) throws BadMessage, InterruptedException {
        Optional<Problem> problem = Texts.refusal(said.text());
        if (problem.isPresent()) {
            throw new BadMessage(problem.get().message());
        }
        submit(new ChatWrite.SaveDraft(
                said.conversationId(), device.accountId(), device.session().id(), said.text()));
    }

    private void submit(ChatWrite write) throws InterruptedException {
        writer.submit(write, MessageWriter.NO_ANSWER);
    }
}
