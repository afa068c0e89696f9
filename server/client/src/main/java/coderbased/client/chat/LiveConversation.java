package coderbased.client.chat;

import coderbased.client.files.FileName;
import coderbased.client.files.PickedFile;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.MessageReceipts;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.GroupChange;
import coderbased.protocol.MemberReceipt;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link ConversationHandle} of one conversation: validates each command, then runs it on the client thread. */
final class LiveConversation implements ConversationHandle {

    private static final String DEFAULT_TYPE = "application/octet-stream";

    private final String id;
    private final ChatParts parts;
    private final LiveChat chat;

    LiveConversation(String id, ChatParts parts, LiveChat chat) {
        this.id = id;
        this.parts = parts;
        this.chat = chat;
    }

    @Override
    public void open() {
        with(conversation -> {
            conversation.open(
                    (side, seq) -> parts.questions()
                            .ask(name -> new ChatClientMessage.GetHistory(name, id, side, seq), HistoryPage.class),
                    parts.uplink().isOpen());
            parts.watching().follow();
        });
    }

    @Override
    public void close() {
        with(conversation -> {
            conversation.close();
            parts.watching().follow();
        });
    }

    @Override
    public void loadOlder() {
        read(Timeline::loadOlder);
    }

    @Override
    public void loadNewer() {
        read(Timeline::loadNewer);
    }

    @Override
    public void loadAround(long seq) {
        read(timeline -> timeline.loadAround(seq));
    }

    @Override
    public void loadNewest() {
        with(conversation -> {
            Timeline timeline = conversation.timeline();
            if (timeline != null) {
                timeline.loadEnd(conversation.position().lastSeq());
            }
        });
    }

    @Override
    public void markRead(long seq) {
        with(conversation -> parts.receipts().read(conversation, seq));
    }

    @Override
    public void typing() {
        with(_ -> parts.typing().typing(id));
    }

    @Override
    public void saveDraft(String text) {
        with(_ -> {
            if (text.isEmpty()) {
                parts.typing().stopped(id);
            }
            parts.drafts().typed(id, text);
        });
    }

    @Override
    public void send(String text, @Nullable Long replyTo) {
        MessageRules.requireText(text);
        with(_ -> {
            parts.outgoing().say(id, new Body.Text(text), replyTo, false);
            parts.typing().said(id);
            parts.drafts().said(id);
        });
    }

    @Override
    public void sendFile(Path file, String caption, @Nullable Long replyTo) {
        MessageRules.requireCaption(caption);
        long size = PickedFile.requireSendable(file);
        Body.File picked = new Body.File("", FileName.of(file), DEFAULT_TYPE, size, null, caption);
        with(_ -> parts.outgoing().sendFile(id, file, picked, replyTo));
    }

    @Override
    public void forward(long seq, String toConversationId) {
        with(conversation -> {
            Body body = conversation.body(seq);
            if (body instanceof Body.Text || body instanceof Body.File) {
                parts.outgoing().say(toConversationId, body, null, true);
            }
        });
    }

    @Override
    public void edit(long seq, String text) {
        MessageRules.requireCaption(text);
        with(conversation -> {
            Body body = conversation.body(seq);
            if (body != null && (body instanceof Body.File || !text.isBlank())) {
                parts.outgoing().changes().begin(id, seq, name -> new ChatClientMessage.Edit(name, id, seq, text));
            }
        });
    }

    @Override
    public void delete(long seq) {
        change(seq, name -> new ChatClientMessage.Delete(name, id, seq));
    }

    @Override
    public void react(long seq, @Nullable String emoji) {
        MessageRules.requireEmoji(emoji);
        change(seq, name -> new ChatClientMessage.React(name, id, seq, emoji));
    }

    @Override
    public void cancel(String clientMessageId) {
        chat.change(() -> parts.outgoing().cancel(id, clientMessageId));
    }

    @Override
    public void retry(String clientMessageId) {
        chat.change(() -> parts.outgoing().retry(clientMessageId));
    }

    @Override
    public void retryChange(long seq) {
        chat.change(() -> parts.outgoing().changes().retry(id, seq));
    }

    @Override
    public void dropChange(long seq) {
        chat.change(() -> parts.outgoing().changes().drop(id, seq));
    }

    @Override
    public CompletableFuture<Path> file(long seq) {
        return chat.answer(() -> parts.fetching().file(id, seq));
    }

    @Override
    public void cancelFile(long seq) {
        chat.change(() -> parts.fetching().cancel(id, seq));
    }

    @Override
    public CompletableFuture<List<MemberReceipt>> receipts(long seq) {
        return chat.answer(() -> parts.questions()
                .ask(name -> new ChatClientMessage.GetReceipts(name, id, seq), MessageReceipts.class)
                .thenApply(MessageReceipts::members));
    }

    @Override
    public CompletableFuture<Path> picture() {
        return chat.answer(() -> parts.fetching().picture(id));
    }

    @Override
    public void saveSettings(ConversationSettings settings) {
        with(conversation -> parts.settings().saveSettings(conversation, settings));
    }

    @Override
    public CompletableFuture<Void> change(GroupChange change) {
        MessageRules.require(change);
        return chat.answer(() -> asked(change));
    }

    @Override
    public CompletableFuture<Void> setPicture(Path picture) {
        return chat.answer(() -> parts.files()
                .takePicture(picture)
                .thenCompose(taken -> parts.files()
                        .upload(taken, _ -> {})
                        .thenCompose(_ -> asked(new GroupChange.SetPicture(taken.sha256())))));
    }

    private CompletableFuture<Void> asked(GroupChange change) {
        return parts.questions()
                .ask(name -> new ChatClientMessage.ChangeGroup(name, id, change), Done.class)
                .thenApply(_ -> null);
    }

    private void change(long seq, Function<String, ChatClientMessage> message) {
        with(_ -> parts.outgoing().changes().begin(id, seq, message));
    }

    private void read(Consumer<Timeline> todo) {
        with(conversation -> {
            Timeline timeline = conversation.timeline();
            if (timeline != null) {
                todo.accept(timeline);
            }
        });
    }

    private void with(Consumer<LocalConversation> todo) {
        chat.change(() -> parts.book().with(id, todo));
    }
}
