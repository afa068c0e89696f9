package coderbased.fx;

import coderbased.client.chat.ConversationHandle;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.GroupChange;
import coderbased.protocol.MemberReceipt;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Fake conversation handle that records its calls as {@code verb conversation argument}; every answer comes at once.
 */
record FakeTalk(String id, List<String> asked, List<MemberReceipt> receipts, Path folder)
        implements ConversationHandle {

    private void note(String verb, Object... what) {
        StringBuilder words = new StringBuilder(verb).append(' ').append(id);
        for (Object each : what) {
            words.append(' ').append(each);
        }
        asked.add(words.toString());
    }

    @Override
    public void open() {
        note("open");
    }

    @Override
    public void close() {
        note("close");
    }

    @Override
    public void loadOlder() {
        note("loadOlder");
    }

    @Override
    public void loadNewer() {
        note("loadNewer");
    }

    @Override
    public void loadAround(long seq) {
        note("loadAround", seq);
    }

    @Override
    public void loadNewest() {
        note("loadNewest");
    }

    @Override
    public void markRead(long seq) {
        note("markRead", seq);
    }

    @Override
    public void typing() {
        note("typing");
    }

    @Override
    public void saveDraft(String text) {
        note("saveDraft", text);
    }

    @Override
    public void send(String text, @Nullable Long replyTo) {
        note("send", replyTo == null ? text : text + " to " + replyTo);
    }

    @Override
    public void sendFile(Path file, String caption, @Nullable Long replyTo) {
        note("sendFile", file.getFileName(), replyTo == null ? caption : caption + " to " + replyTo);
    }

    @Override
    public void forward(long seq, String toConversationId) {
        note("forward", seq, toConversationId);
    }

    @Override
    public void edit(long seq, String text) {
        note("edit", seq, text);
    }

    @Override
    public void delete(long seq) {
        note("delete", seq);
    }

    @Override
    public void react(long seq, @Nullable String emoji) {
        note("react", seq, emoji == null ? "nothing" : emoji);
    }

    @Override
    public void cancel(String clientMessageId) {
        note("cancel", clientMessageId);
    }

    @Override
    public void retry(String clientMessageId) {
        note("retry", clientMessageId);
    }

    @Override
    public void retryChange(long seq) {
        note("retryChange", seq);
    }

    @Override
    public void dropChange(long seq) {
        note("dropChange", seq);
    }

    @Override
    public CompletableFuture<Path> file(long seq) {
        note("file", seq);
        return CompletableFuture.completedFuture(folder.resolve("file-" + seq));
    }

    @Override
    public void cancelFile(long seq) {
        note("cancelFile", seq);
    }

    @Override
    public CompletableFuture<List<MemberReceipt>> receipts(long seq) {
        note("receipts", seq);
        return CompletableFuture.completedFuture(List.copyOf(receipts));
    }

    @Override
    public CompletableFuture<Path> picture() {
        note("picture");
        return CompletableFuture.completedFuture(folder.resolve("picture-" + id));
    }

    @Override
    public void saveSettings(ConversationSettings settings) {
        note("saveSettings", settings);
    }

    @Override
    public CompletableFuture<Void> change(GroupChange change) {
        note("change", change);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> setPicture(Path picture) {
        note("setPicture", picture.getFileName());
        return CompletableFuture.completedFuture(null);
    }
}
