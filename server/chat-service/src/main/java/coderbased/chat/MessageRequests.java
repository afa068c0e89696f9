package coderbased.chat;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.Delete;
import coderbased.protocol.ChatClientMessage.Edit;
import coderbased.protocol.ChatClientMessage.React;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.Problem;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Requests to send a message, and to edit, delete or react to one. */
final class MessageRequests {

    private final ChatStore store;
    private final MessageWriter writer;
    private final FileRights files;

    MessageRequests(ChatStore store, MessageWriter writer, FileRights files) {
        this.store = store;
        this.writer = writer;
        this.files = files;
    }

    void send(LiveDevice device, Send request) throws InterruptedException {
        Optional<Problem> problem = BodyRules.refusal(request.body())
                .or(() -> unseenProblem(device, request.conversationId(), request.replyTo()))
                .or(() -> fileProblem(device, request));
        if (problem.isPresent()) {
            device.tell(new SendRefused(request.clientMessageId(), problem.get()));
            return;
        }
        ChatWrite say = new ChatWrite.Send(
                request.conversationId(),
                device.accountId(),
                request.clientMessageId(),
                request.body(),
                request.replyTo(),
                request.forwarded());
        writer.submit(
                say,
                new SendAnswer(device, request.clientMessageId()),
                device.writes().now());
    }

    void edit(LiveDevice device, Edit request) throws InterruptedException {
        Optional<Problem> problem = TextRules.refusal(request.text())
                .or(() -> unseenProblem(device, request.conversationId(), request.seq()));
        if (problem.isPresent()) {
            device.refuse(request.requestId(), problem.get());
            return;
        }
        ChatWrite edit =
                new ChatWrite.Edit(request.conversationId(), device.accountId(), request.seq(), request.text());
        once(device, request.requestId(), edit);
    }

    void delete(LiveDevice device, Delete request) throws InterruptedException {
        Optional<Problem> problem = unseenProblem(device, request.conversationId(), request.seq());
        if (problem.isPresent()) {
            device.refuse(request.requestId(), problem.get());
            return;
        }
        ChatWrite delete = new ChatWrite.Delete(request.conversationId(), device.accountId(), request.seq());
        once(device, request.requestId(), delete);
    }

    void react(LiveDevice device, React request) throws InterruptedException {
        Optional<Problem> problem = Optional.ofNullable(request.emoji())
                .flatMap(TextRules::emojiRefusal)
                .or(() -> unseenProblem(device, request.conversationId(), request.seq()));
        if (problem.isPresent()) {
            device.refuse(request.requestId(), problem.get());
            return;
        }
        ChatWrite react =
                new ChatWrite.React(request.conversationId(), device.accountId(), request.seq(), request.emoji());
        once(device, request.requestId(), react);
    }

    /** Submits a write so that a device that does not get the answer can ask again. */
    private void once(LiveDevice device, String name, ChatWrite write) throws InterruptedException {
        ChatWrite once = new ChatWrite.Once(device.accountId(), name, write);
        writer.submit(once, new DoneAnswer(device, name), device.writes().now());
    }

    /** Refuses requests about a message that the device does not see, as if it did not exist. */
    private static Optional<Problem> unseenProblem(LiveDevice device, String conversationId, @Nullable Long seq) {
        boolean isSeen = seq == null || device.visibility().sees(conversationId, seq);
        return isSeen ? Optional.empty() : Optional.of(RefusalReason.NO_MESSAGE.problem());
    }

    /**
     * Refuses a file that the sender may not send. It must be uploaded, or forwarded from a message that the sender may
     * see; a device with limited history must have uploaded it.
     */
    private Optional<Problem> fileProblem(LiveDevice device, Send request) {
        String sender = device.accountId();
        if (!(request.body() instanceof Body.File file)) {
            return Optional.empty();
        }
        OptionalLong size = files.uploaded(sender, file.sha256());
        if (size.isEmpty() && request.forwarded() && device.visibility().isOpen()) {
            size = store.seenFile(sender, file.sha256());
        }
        boolean isThere = size.isPresent() && size.getAsLong() == file.size();
        return isThere ? Optional.empty() : Optional.of(RefusalReason.NO_FILE.problem());
    }
}
