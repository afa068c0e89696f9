package coderbased.chat;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * Answers what an admitted device asks. Who asks is always the device's session; an id of somebody else's conversation
 * gets the same answer as one that never existed.
 *
 * <p>Thread-safe; what one device asks is answered on that device's thread, one request after the other.
 */
final class Requests {

    private static final String NO_CONVERSATION = "There is no such conversation.";
    private static final String NO_PERSON = "There is no such person here.";
    private static final int MAX_NAME_CHARS = 64;

    private final ChatStore store;
    private final MessageWriter writer;
    private final People people;
    private final Backlog backlog;
    private final Outside outside;

    Requests(ChatStore store, MessageWriter writer, People people, Outside outside) {
        this.store = store;
        this.writer = writer;
        this.people = people;
        this.outside = outside;
        backlog = new Backlog(store, people);
    }

    void resume(LiveDevice device, Resume said) throws BadMessage, InterruptedException {
        if (!device.feed().beginCatchingUp()) {
            throw new BadMessage("A device resumes once in a connection.");
        }
        backlog.replay(device, said.have());
    }

    void open(LiveDevice device, OpenDirect said) throws BadMessage, InterruptedException {
        requireShort(said.requestId());
        String opener = device.session().accountId();
        if (said.accountId().equals(opener) || !people.exists(said.accountId())) {
            device.tell(new RequestFailed(said.requestId(), ErrorCode.NOT_FOUND, NO_PERSON));
            return;
        }
        ChatWrite open = new ChatWrite.OpenDirect(outside.word(), opener, said.accountId());
        writer.submit(open, new OpenAnswer(device, said.requestId(), people));
    }

    void send(LiveDevice device, Send said) throws BadMessage, InterruptedException {
        requireShort(said.clientMessageId());
        Optional<SendRefused> refusal = Texts.refusal(said);
        if (refusal.isPresent()) {
            device.tell(refusal.get());
            return;
        }
        String sender = device.session().accountId();
        Body body = said.body();
        ChatWrite say = new ChatWrite.Say(said.conversationId(), sender, said.clientMessageId(), body);
        writer.submit(say, new SendAnswer(device, said.clientMessageId()));
    }

    void history(LiveDevice device, GetHistory said) throws BadMessage, InterruptedException {
        requireShort(said.requestId());
        String reader = device.session().accountId();
        Optional<List<ChatMessage>> found =
                store.before(said.conversationId(), reader, said.beforeSeq(), Protocol.BATCH_SIZE);
        if (found.isEmpty()) {
            device.tell(new RequestFailed(said.requestId(), ErrorCode.NOT_FOUND, NO_CONVERSATION));
            return;
        }
        List<ChatMessage> page = Pages.newest(found.get());
        boolean more = !page.isEmpty() && page.getFirst().seq() > 1;
        device.peer().sendInTurn(new HistoryPage(said.requestId(), said.conversationId(), page, more));
    }

    void markRead(LiveDevice device, MarkRead said) throws InterruptedException {
        String reader = device.session().accountId();
        writer.submit(new ChatWrite.MarkRead(said.conversationId(), reader, said.seq()), NO_ANSWER);
    }

    private static void requireShort(String name) throws BadMessage {
        if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
            throw new BadMessage("A message or request is named with 1 to " + MAX_NAME_CHARS + " characters.");
        }
    }

    /** A device that reads is told through {@code Read}, as everybody is. */
    private static final MessageWriter.Answer NO_ANSWER = new MessageWriter.Answer() {
        @Override
        public void written(ChatWritten result) {}

        @Override
        public void failed() {}
    };
}
