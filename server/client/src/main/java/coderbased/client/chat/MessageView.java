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
 * @param clientMessageId its name, the same before and after it is stored
 * @param seq its place in the conversation, 0 while it is on its way
 * @param mine whether the reader's account sent it
 * @param senderId the account that sent it
 * @param at when the server stored it, or when it was typed
 * @param quote what it answers; null for nothing
 * @param forwarded whether it was said elsewhere first
 * @param edited whether its sender changed it
 * @param reactions in the order of the first of each
 * @param transfer of its file, up or down; null while nothing moves
 * @param file where the bytes of its file are on this device; null where they are not
 * @param refusal what to tell the sender: with {@link Mark#REFUSED}, why it was not stored, else why an edit or a deletion
 *     of it was not done; null where nothing was refused
 */
public record MessageView(
        String clientMessageId,
        long seq,
        boolean mine,
        String senderId,
        String senderName,
        Body body,
        Instant at,
        Mark mark,
        @Nullable Quote quote,
        boolean forwarded,
        boolean edited,
        List<Reaction> reactions,
        @Nullable Transfer transfer,
        @Nullable Path file,
        @Nullable String refusal) {

    /** How far a message of the reader's own has come. Messages of others are always {@link #STORED}. */
    public enum Mark {
        SENDING,
        STORED,
        /** On a device of everybody in the conversation. */
        DELIVERED,
        /** Read by everybody in the conversation. */
        READ,
        REFUSED
    }

    /** The message that another one answers. */
    public record Quote(long seq, boolean mine, String senderName, Body body) {}

    /** One emoji, and who chose it. */
    public record Reaction(String emoji, List<String> names, boolean mine) {}

    /** The same line, with its file that far. */
    MessageView moving(@Nullable Transfer now) {
        return with(seq, at, mark, now, refusal);
    }

    /** The same line, stored. */
    MessageView stored(long number, Instant when) {
        return with(number, when, Mark.STORED, null, null);
    }

    /** The same line, as it was before its answer came. */
    MessageView onItsWay() {
        return with(0, at, Mark.SENDING, null, null);
    }

    /** The same line, which was not stored; null: it is tried again. */
    MessageView refused(@Nullable String sentence) {
        return with(0, at, sentence == null ? Mark.SENDING : Mark.REFUSED, null, sentence);
    }

    private MessageView with(
            long number, Instant when, Mark now, @Nullable Transfer moving, @Nullable String sentence) {
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
                edited,
                reactions,
                moving,
                file,
                sentence);
    }

    /** What people wrote: the text, or the caption of a file; empty for what nobody wrote. */
    public String text() {
        return switch (body) {
            case Body.Text(String text) -> text;
            case Body.File file -> file.caption();
            case Body.Notice _, Body.Deleted _ -> "";
        };
    }
}
