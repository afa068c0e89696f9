package coderbased.client;

import coderbased.protocol.Arrangement;
import coderbased.protocol.Body;
import coderbased.protocol.GroupChange;
import coderbased.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link Talk} of one conversation: every command hops onto the client's own thread. */
final class LiveTalk implements Talk {

    /** Makes what goes into the outbox. */
    interface Entries {

        Outbox.Entry of(String conversationId, Body body, @Nullable Long replyTo);
    }

    private final String id;
    private final ChatTalk talk;
    private final Consumer<Runnable> change;
    private final Entries entries;

    LiveTalk(String id, ChatTalk talk, Consumer<Runnable> change, Entries entries) {
        this.id = id;
        this.talk = talk;
        this.change = change;
        this.entries = entries;
    }

    @Override
    public void open() {
        change.accept(() -> talk.open(id));
    }

    @Override
    public void close() {}

    @Override
    public void loadOlder() {
        change.accept(() -> talk.loadOlder(id));
    }

    @Override
    public void loadNewer() {}

    @Override
    public void loadAround(long seq) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void loadNewest() {
        change.accept(() -> talk.open(id));
    }

    @Override
    public void markRead() {
        change.accept(() -> talk.markRead(id));
    }

    @Override
    public void typing() {}

    @Override
    public void saveDraft(String text) {}

    @Override
    public void send(String text, @Nullable Long replyTo) {
        requireSayable(text);
        Outbox.Entry entry = entries.of(id, new Body.Text(text), replyTo);
        change.accept(() -> talk.say(entry));
    }

    @Override
    public void sendFile(Path file, String caption, @Nullable Long replyTo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forward(long seq, String toConversationId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void edit(long seq, String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(long seq) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void react(long seq, @Nullable String emoji) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancel(String clientMessageId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void retry(String clientMessageId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Path> file(long seq) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cancelFile(long seq) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Path> picture() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void arrange(Arrangement arrangement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> change(GroupChange change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> setPicture(Path picture) {
        throw new UnsupportedOperationException();
    }

    private static void requireSayable(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("There is nothing to send.");
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Protocol.MAX_TEXT_BYTES) {
            throw new IllegalArgumentException(
                    "This message is too long: " + bytes + " of at most " + Protocol.MAX_TEXT_BYTES + " bytes.");
        }
    }
}
