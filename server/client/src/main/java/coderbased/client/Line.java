package coderbased.client;

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
 * @param refusal what to tell the sender, with {@link Mark#REFUSED} only
 */
public record Line(
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

    /**
     * A file on its way.
     *
     * @param done bytes
     * @param total bytes
     * @param waiting whether it stands still until there is a connection again
     */
    public record Transfer(long done, long total, boolean waiting) {}

    /** The same line, as far as it has come now. */
    Line marked(Mark now) {
        return with(now, refusal);
    }

    /** The same line, which will not be stored. */
    Line refused(String sentence) {
        return with(Mark.REFUSED, sentence);
    }

    private Line with(Mark now, @Nullable String sentence) {
        return new Line(
                clientMessageId,
                seq,
                mine,
                senderId,
                senderName,
                body,
                at,
                now,
                quote,
                forwarded,
                edited,
                reactions,
                transfer,
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
