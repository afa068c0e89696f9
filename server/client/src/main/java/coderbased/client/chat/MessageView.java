package coderbased.client.chat;

import coderbased.client.files.Transfer;
import coderbased.protocol.Body;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as a screen shows it. Immutable.
 *
 * @param clientMessageId id that the sender gave it; the same before and after it is stored
 * @param seq its number in the conversation; 0 while it is being sent
 * @param mine true if the reader's account sent it
 * @param senderId the account that sent it
 * @param at time at which the server stored it, or at which it was written if it is not stored yet
 * @param quote the message that it answers; null for none
 * @param forwarded true if it was forwarded
 * @param editedAt time of its sender's last edit; null for never
 * @param reactions in the order in which each emoji was first used
 * @param transfer progress of its file, up or down; null while there is none
 * @param file local copy of its file; null if this device has none
 * @param refusal reason for the sender: with {@link DeliveryStatus#REFUSED}, why it was not stored; otherwise why an
 *     edit or a deletion was refused; null if nothing was refused
 */
public record MessageView(
        String clientMessageId,
        long seq,
        boolean mine,
        String senderId,
        String senderName,
        Body body,
        Instant at,
        DeliveryStatus status,
        @Nullable Quote quote,
        boolean forwarded,
        @Nullable Instant editedAt,
        List<Reaction> reactions,
        @Nullable Transfer transfer,
        @Nullable Path file,
        @Nullable String refusal) {

    /** Delivery state of the reader's own message. Messages of others are always {@link #STORED}. */
    public enum DeliveryStatus {
        SENDING,
        STORED,
        /** On at least one device of every other member. */
        DELIVERED,
        /** Read by every other member. */
        READ,
        REFUSED
    }

    /** The message that another one answers. */
    public record Quote(long seq, boolean mine, String senderName, Body body) {}

    /** One emoji, and the names of the people who used it. */
    public record Reaction(String emoji, List<String> names, boolean mine) {}

    /** Returns a copy with that transfer progress. */
    MessageView moving(@Nullable Transfer now) {
        return with(seq, at, status, now, refusal);
    }

    /** Returns a copy that is stored. */
    MessageView stored(long number, Instant when) {
        return with(number, when, DeliveryStatus.STORED, null, null);
    }

    /** Returns a copy that is being sent, as before its answer came. */
    MessageView sending() {
        return with(0, at, DeliveryStatus.SENDING, null, null);
    }

    /** Returns a copy that was refused; with a null sentence, one that is being sent again. */
    MessageView refused(@Nullable String sentence) {
        return with(0, at, sentence == null ? DeliveryStatus.SENDING : DeliveryStatus.REFUSED, null, sentence);
    }

    private MessageView with(
            long number, Instant when, DeliveryStatus now, @Nullable Transfer moving, @Nullable String sentence) {
        return new MessageView(
                clientMessageId,
                number,
                mine,
                senderId,
                senderName,
                body,
                when,
                now,
                quote,
                forwarded,
                editedAt,
                reactions,
                moving,
                file,
                sentence);
    }

    /** True if its sender edited it. */
    public boolean edited() {
        return editedAt != null;
    }

    /** Returns the text, or the caption of a file; empty for other content. */
    public String text() {
        return switch (body) {
            case Body.Text(String text) -> text;
            case Body.File file -> file.caption();
            case Body.GroupEvent _, Body.Deleted _ -> "";
        };
    }
}
