package coderbased.client.chat;

import coderbased.client.files.FileTransfers;
import coderbased.client.files.Transfer;
import coderbased.client.net.Failures;
import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.Body;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads the files of messages before the messages are sent. Used on the client thread.
 *
 * <p>Once a copy of the file is taken, the message is in the outbox and survives a restart. It is sent when the upload
 * is complete.
 */
final class MessageUploads {

    private static final Logger LOG = LoggerFactory.getLogger(MessageUploads.class);

    /** Receives the reason why a message cannot be sent. */
    interface Refused {

        void refused(String name, String sentence);
    }

    private final ChatBook book;
    private final OutboxSender sending;
    private final FileTransfers files;
    private final Map<String, CompletableFuture<?>> inFlight = new HashMap<>();

    MessageUploads(ChatBook book, OutboxSender sending, FileTransfers files) {
        this.book = book;
        this.sending = sending;
        this.files = files;
    }

    /** Takes a copy of a file for the message {@code name}; {@code taken} receives the message's body. */
    void take(String name, Path file, String caption, Consumer<Body.File> taken, Refused refused) {
        CompletableFuture<Body.File> taking = files.take(file, caption);
        inFlight.put(name, taking);
        taking.whenComplete((body, failure) -> {
            inFlight.remove(name, taking);
            if (body == null) {
                refuse(name, failure, refused);
                return;
            }
            try {
                taken.accept(body);
            } catch (RuntimeException | Error e) {
                LOG.error("Could not send a picked file", e);
                refuse(name, Failures.unforeseen(), refused);
            }
        });
    }

    /** Uploads the file of an entry, which waits for it. */
    void begin(OutboxEntry entry, Body.File file, Refused refused) {
        if (inFlight.containsKey(entry.name())) {
            return;
        }
        sending.holdBack(entry.name());
        moving(entry, Transfer.begun(file.size())); // it can be cancelled before the server's first answer
        CompletableFuture<Void> upload = files.upload(file, transfer -> moving(entry, transfer));
        inFlight.put(entry.name(), upload);
        upload.whenComplete((_, failure) -> {
            inFlight.remove(entry.name(), upload);
            moving(entry, null);
            if (failure == null) {
                sending.ready(entry.name());
            } else {
                refuse(entry.name(), failure, refused);
            }
        });
    }

    /** Cancels an upload. */
    void cancel(String name) {
        CompletableFuture<?> upload = inFlight.remove(name);
        if (upload != null) {
            upload.cancel(false);
        }
    }

    private void moving(OutboxEntry entry, @Nullable Transfer transfer) {
        book.with(entry.conversationId(), conversation -> conversation.own().moving(entry.name(), transfer));
    }

    private static void refuse(String name, Throwable failure, Refused refused) {
        if (!(failure instanceof CancellationException)) {
            refused.refused(name, Failures.of(failure).problem().message());
        }
    }
}
