package coderbased.client.chat;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.client.files.FileTransfers;
import coderbased.client.net.ProblemException;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Downloads the files of stored messages. Used on the client thread. */
final class Fetching {

    private record Place(String conversationId, long seq) {}

    private final ChatBook book;
    private final FileTransfers files;
    private final Map<Place, CompletableFuture<Path>> inFlight = new HashMap<>();

    Fetching(ChatBook book, FileTransfers files) {
        this.book = book;
        this.files = files;
    }

    /** Returns the local copy of a message's file; joins a download that is already running. */
    CompletableFuture<Path> file(String conversationId, long seq) {
        Place place = new Place(conversationId, seq);
        CompletableFuture<Path> same = inFlight.get(place);
        if (same != null) {
            return same;
        }
        LocalConversation conversation = book.conversation(conversationId);
        ChatMessage message = conversation == null ? null : conversation.message(seq);
        if (conversation == null || message == null || !(message.body() instanceof Body.File file)) {
            return CompletableFuture.failedFuture(
                    new ProblemException(Problem.of(ErrorCode.NOT_FOUND, MESSAGES.text("file.unavailable"))));
        }
        CompletableFuture<Path> fetched =
                files.download(conversationId, seq, file, transfer -> conversation.fetching(seq, transfer));
        inFlight.put(place, fetched);
        fetched.whenComplete((_, _) -> {
            inFlight.remove(place, fetched);
            conversation.fetching(seq, null);
        });
        return fetched;
    }

    void cancel(String conversationId, long seq) {
        CompletableFuture<Path> fetched = inFlight.remove(new Place(conversationId, seq));
        if (fetched != null) {
            fetched.cancel(false);
        }
    }

    /** Returns the local copy of a group's picture. */
    CompletableFuture<Path> picture(String conversationId) {
        LocalConversation conversation = book.conversation(conversationId);
        var group = conversation == null ? null : conversation.view().group();
        if (group == null || group.pictureSha256() == null) {
            return CompletableFuture.failedFuture(
                    new ProblemException(Problem.of(ErrorCode.NOT_FOUND, MESSAGES.text("chat.noPicture"))));
        }
        return files.picture(conversationId, group.pictureSha256());
    }
}
