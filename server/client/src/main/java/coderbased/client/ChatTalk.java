package coderbased.client;

import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ConversationSummary;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a device and the server say to each other about the chat. Used on the client's own thread.
 *
 * <p>After each connection: {@code Resume}, what was missed, {@code CaughtUp}; only then the questions that were not
 * answered and the outbox, so that what the server stored before the connection broke is recognised, not repeated.
 */
final class ChatTalk {

    private final ChatBook book;
    private final Sending sending;
    private final Questions questions;
    private @Nullable Consumer<ChatClientMessage> line;

    ChatTalk(ChatBook book, Outbox outbox) {
        this.book = book;
        this.sending = new Sending(outbox, this::tell);
        this.questions = new Questions(this::tell);
    }

    /** There is a connection, and the session is admitted on it. */
    void connected(Consumer<ChatClientMessage> newLine) {
        line = newLine;
        tell(new ChatClientMessage.Resume(book.have()));
    }

    void disconnected() {
        line = null;
        book.caughtUp(false);
        sending.pause();
        questions.pause();
    }

    void openWith(String accountId, Consumer<String> opened) {
        questions.direct(accountId, opened);
    }

    void open(String conversationId) {
        Conversation conversation = book.conversation(conversationId);
        if (conversation != null) {
            show(conversation);
        }
    }

    void loadOlder(String conversationId) {
        Conversation conversation = book.conversation(conversationId);
        if (conversation != null && conversation.olderBefore() > 0) {
            questions.history(conversationId, conversation.olderBefore());
        }
    }

    void say(Outbox.Entry entry) {
        Conversation conversation = book.conversation(entry.send().conversationId());
        if (conversation != null) {
            conversation.saying(entry);
            show(conversation);
        }
        sending.add(entry);
    }

    void markRead(String conversationId) {
        Conversation conversation = book.conversation(conversationId);
        if (conversation != null) {
            conversation.readAll();
            tellRead(conversation);
        }
    }

    /** The server said something; what is no matter of the chat is somebody else's. */
    void heard(ChatServerMessage message) {
        switch (message) {
            case ChatServerMessage.Overview(var conversations) -> book.overview(conversations);
            case ChatServerMessage.Batch batch -> batch.messages().forEach(this::said);
            case ChatServerMessage.CaughtUp _ -> caughtUp();
            case ChatServerMessage.ContactChanged(var contact) -> book.contact(contact);
            case ChatServerMessage.ConversationChanged(var summary) -> complete(book.summary(summary));
            case ChatServerMessage.Opened(var requestId, var summary) -> opened(requestId, summary);
            case ChatServerMessage.Said(ChatMessage said) -> live(said);
            case ChatServerMessage.Stored stored -> stored(stored);
            case ChatServerMessage.SendRefused refused -> refused(refused.clientMessageId(), refused.sentence());
            case ChatServerMessage.HistoryPage page -> page(page);
            case ChatServerMessage.Marked(var id, var accountId, _, long seq) -> read(id, accountId, seq);
            case ChatServerMessage.RequestFailed failed -> questions.answered(failed.requestId());
            case ChatServerMessage.Challenge _,
                    ChatServerMessage.Admitted _,
                    ChatServerMessage.LoggedOut _,
                    ChatServerMessage.Disconnecting _,
                    ChatServerMessage.Resuming _,
                    ChatServerMessage.ConversationGone _,
                    ChatServerMessage.Done _,
                    ChatServerMessage.Found _,
                    ChatServerMessage.PeopleFound _,
                    ChatServerMessage.Arranged _,
                    ChatServerMessage.Drafted _,
                    ChatServerMessage.TypingChanged _,
                    ChatServerMessage.PresenceChanged _,
                    ChatServerMessage.LinkChanged _,
                    ChatServerMessage.DevicesChanged _ -> {}
        }
    }

    private void caughtUp() {
        book.caughtUp(true);
        questions.resume();
        sending.resume();
        for (Conversation conversation : book.conversations()) {
            complete(conversation);
            tellRead(conversation);
        }
    }

    private void opened(String requestId, ConversationSummary summary) {
        Conversation conversation = book.summary(summary);
        show(conversation);
        Consumer<String> opened = questions.answered(requestId);
        if (opened != null) {
            opened.accept(conversation.id());
        }
    }

    private void live(ChatMessage message) {
        said(message);
        Conversation conversation = book.conversation(message.conversationId());
        if (conversation != null) {
            complete(conversation);
        }
    }

    /** True where it was not loaded before. */
    private boolean said(ChatMessage message) {
        sending.answered(message.clientMessageId());
        Conversation conversation = book.conversation(message.conversationId());
        return conversation != null && conversation.said(message);
    }

    private void stored(ChatServerMessage.Stored stored) {
        Outbox.Entry entry = sending.answered(stored.clientMessageId());
        if (entry != null) {
            live(ChatMessage.plain(
                    stored.conversationId(),
                    stored.seq(),
                    0,
                    stored.clientMessageId(),
                    book.me().accountId(),
                    stored.sentAt(),
                    entry.send().body()));
        }
    }

    private void refused(String clientMessageId, String sentence) {
        Outbox.Entry entry = sending.answered(clientMessageId);
        Conversation conversation =
                entry == null ? null : book.conversation(entry.send().conversationId());
        if (conversation != null) {
            conversation.refused(clientMessageId, sentence);
        }
    }

    private void page(ChatServerMessage.HistoryPage page) {
        questions.answered(page.requestId());
        Conversation conversation = book.conversation(page.conversationId());
        if (conversation == null) {
            return;
        }
        boolean news = false;
        for (ChatMessage message : page.messages()) {
            news |= said(message);
        }
        if (!page.older()) {
            conversation.beginningSeen();
        }
        if (news) {
            complete(conversation);
        }
    }

    private void read(String conversationId, String accountId, long seq) {
        Conversation conversation = book.conversation(conversationId);
        if (conversation != null) {
            conversation.read(accountId, seq);
        }
    }

    private void show(Conversation conversation) {
        conversation.want();
        complete(conversation);
    }

    /** Asks for what is missing, once it will not come by itself any more. */
    private void complete(Conversation conversation) {
        if (book.isCaughtUp() && conversation.missingBefore() > 0) {
            questions.history(conversation.id(), conversation.missingBefore());
        }
    }

    private void tellRead(Conversation conversation) {
        long seq = conversation.readToTell();
        if (seq > 0 && book.isCaughtUp()) {
            tell(new ChatClientMessage.MarkRead(conversation.id(), seq));
        }
    }

    private void tell(ChatClientMessage message) {
        if (line != null) {
            line.accept(message);
        }
    }
}
