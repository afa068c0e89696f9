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

/** Takes what people say, and what they do with what was said. */
final class MessageRequests {

    private final ChatStore store;
    private final MessageWriter writer;
    private final FileRights files;

    MessageRequests(ChatStore store, MessageWriter writer, FileRights files) {
        this.store = store;
        this.writer = writer;
        this.files = files;
    }

    void send(LiveDevice device, Send said) throws InterruptedException {
        Optional<Problem> problem = BodyRules.refusal(said.body())
                .or(() -> unseenProblem(device, said.conversationId(), said.replyTo()))
                .or(() -> fileProblem(device, said));
        if (problem.isPresent()) {
            Problem why = problem.get();
            device.tell(new SendRefused(said.clientMessageId(), why.code(), why.message()));
            return;
        }
        ChatWrite say = new ChatWrite.Say(
                said.conversationId(),
                device.accountId(),
                said.clientMessageId(),
                said.body(),
                said.replyTo(),
                said.forwarded());
        writer.submit(
                say,
                new SendAnswer(device, said.clientMessageId()),
                device.strands().now());
    }

    void edit(LiveDevice device, Edit said) throws InterruptedException {
        Optional<Problem> problem =
                TextRules.refusal(said.text()).or(() -> unseenProblem(device, said.conversationId(), said.seq()));
        if (problem.isPresent()) {
            device.refuse(said.requestId(), problem.get());
            return;
        }
        ChatWrite edit = new ChatWrite.Edit(said.conversationId(), device.accountId(), said.seq(), said.text());
        once(device, said.requestId(), edit);
    }

    void delete(LiveDevice device, Delete said) throws InterruptedException {
        Optional<Problem> problem = unseenProblem(device, said.conversationId(), said.seq());
        if (problem.isPresent()) {
            device.refuse(said.requestId(), problem.get());
            return;
        }
        ChatWrite delete = new ChatWrite.Delete(said.conversationId(), device.accountId(), said.seq());
        once(device, said.requestId(), delete);
    }

    void react(LiveDevice device, React said) throws InterruptedException {
        Optional<Problem> problem = Optional.ofNullable(said.emoji())
                .flatMap(TextRules::emojiRefusal)
                .or(() -> unseenProblem(device, said.conversationId(), said.seq()));
        if (problem.isPresent()) {
            device.refuse(said.requestId(), problem.get());
            return;
        }
        ChatWrite react = new ChatWrite.React(said.conversationId(), device.accountId(), said.seq(), said.emoji());
        once(device, said.requestId(), react);
    }

    /** A device that does not hear the answer asks again. */
    private void once(LiveDevice device, String name, ChatWrite write) throws InterruptedException {
        ChatWrite once = new ChatWrite.Once(device.accountId(), name, write);
        writer.submit(once, new DoneAnswer(device, name), device.strands().now());
    }

    /** A message that the device does not see is not there for it, whatever is asked about it. */
    private static Optional<Problem> unseenProblem(LiveDevice device, String conversationId, @Nullable Long seq) {
        boolean isSeen = seq == null || device.horizon().sees(conversationId, seq);
        return isSeen ? Optional.empty() : Optional.of(Refusal.NO_MESSAGE.problem());
    }

    /**
     * Whether the file is the sender's to send: uploaded, or forwarded from a message that the sender may see; a device that
     * does not see everything has to have it uploaded.
     */
    private Optional<Problem> fileProblem(LiveDevice device, Send said) {
        String sender = device.accountId();
        if (!(said.body() instanceof Body.File file)) {
            return Optional.empty();
        }
        OptionalLong size = files.uploaded(sender, file.sha256());
        if (size.isEmpty() && said.forwarded() && device.horizon().isOpen()) {
            size = store.seenFile(sender, file.sha256());
        }
        boolean isThere = size.isPresent() && size.getAsLong() == file.size();
        return isThere ? Optional.empty() : Optional.of(Refusal.NO_FILE.problem());
    }
}
