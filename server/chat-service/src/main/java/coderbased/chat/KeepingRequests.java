package coderbased.chat;

import coderbased.protocol.ChatClientMessage.MarkDelivered;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.ChatClientMessage.SaveSettings;
import coderbased.protocol.ChatServerMessage.NotKept;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import java.time.Instant;
import java.util.Optional;

/**
 * Requests to store what an account keeps for itself in a conversation. A device is told of the result as all others
 * are; only a refusal is answered.
 */
final class KeepingRequests {

    /** Later times do not fit into the store's numbers. */
    private static final Instant MAX_INSTANT = Instant.parse("9999-12-31T23:59:59Z");

    private final MessageWriter writer;

    KeepingRequests(MessageWriter writer) {
        this.writer = writer;
    }

    void delivered(LiveDevice device, MarkDelivered request) throws InterruptedException {
        submit(device, new ChatWrite.MoveMarkers(request.conversationId(), device.accountId(), request.seq(), 0));
    }

    void read(LiveDevice device, MarkRead request) throws InterruptedException {
        submit(
                device,
                new ChatWrite.MoveMarkers(request.conversationId(), device.accountId(), request.seq(), request.seq()));
    }

    void saveSettings(LiveDevice device, SaveSettings request) throws InterruptedException {
        ConversationSettings wanted = request.settings();
        Instant muted = wanted.mutedUntil();
        if (muted != null && (muted.isAfter(MAX_INSTANT) || muted.isBefore(Instant.EPOCH))) {
            device.tell(new NotKept(request.conversationId(), ProblemReason.MUTE_END.problem()));
            return;
        }
        submit(device, new ChatWrite.SaveSettings(request.conversationId(), device.accountId(), wanted));
    }

    void draft(LiveDevice device, SaveDraft request) throws InterruptedException {
        Optional<Problem> problem = TextRules.refusal(request.text());
        if (problem.isPresent()) {
            device.tell(new NotKept(request.conversationId(), problem.get()));
            return;
        }
        submit(
                device,
                new ChatWrite.SaveDraft(
                        request.conversationId(),
                        device.accountId(),
                        device.session().id(),
                        request.text()));
    }

    private void submit(LiveDevice device, ChatWrite write) throws InterruptedException {
        writer.submit(write, MessageWriter.NO_ANSWER, device.writes().alone());
    }
}
