package coderbased.chat;

import coderbased.protocol.Arrangement;
import coderbased.protocol.ChatClientMessage.Arrange;
import coderbased.protocol.ChatClientMessage.MarkDelivered;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.ChatServerMessage.NotKept;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * Notes what an account keeps for itself in a conversation. A device hears what became of it as every other device does; only
 * what cannot be kept is answered.
 */
final class KeepingRequests {

    /** Later moments do not fit into a store's number. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final MessageWriter writer;

    KeepingRequests(MessageWriter writer) {
        this.writer = writer;
    }

    void delivered(LiveDevice device, MarkDelivered said) throws InterruptedException {
        submit(device, new ChatWrite.Mark(said.conversationId(), device.accountId(), said.seq(), 0));
    }

    void read(LiveDevice device, MarkRead said) throws InterruptedException {
        submit(device, new ChatWrite.Mark(said.conversationId(), device.accountId(), said.seq(), said.seq()));
    }

    void arrange(LiveDevice device, Arrange said) throws InterruptedException {
        Arrangement wanted = said.arrangement();
        Instant muted = wanted.mutedUntil();
        if (muted != null && (muted.isAfter(LATEST) || muted.isBefore(Instant.EPOCH))) {
            device.tell(new NotKept(
                    said.conversationId(), ErrorCode.BAD_REQUEST, "The end of a mute must be before the year 10000."));
            return;
        }
        submit(device, new ChatWrite.Arrange(said.conversationId(), device.accountId(), wanted));
    }

    void draft(LiveDevice device, SaveDraft said) throws InterruptedException {
        Optional<Problem> problem = TextRules.refusal(said.text());
        if (problem.isPresent()) {
            Problem why = problem.get();
            device.tell(new NotKept(said.conversationId(), why.code(), why.message()));
            return;
        }
        submit(
                device,
                new ChatWrite.SaveDraft(
                        said.conversationId(),
                        device.accountId(),
                        device.session().id(),
                        said.text()));
    }

    private void submit(LiveDevice device, ChatWrite write) throws InterruptedException {
        writer.submit(write, MessageWriter.NO_ANSWER, device.strands().alone());
    }
}
