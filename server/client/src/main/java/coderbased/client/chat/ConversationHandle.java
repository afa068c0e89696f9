package coderbased.client.chat;

import coderbased.protocol.Arrangement;
import coderbased.protocol.GroupChange;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a person can do in one conversation. Thread-safe; see {@link Chat} for when and how things answer.
 *
 * <p>What is said, edited, taken back or reacted is kept on disk before it goes out, goes out in the order it was done,
 * and is never done twice, however often the connection or the program ends in between. A file takes its time to go up:
 * what is said after it does not wait for it.
 */
public interface ConversationHandle {

    /**
     * Somebody wants to see the thread: loads it at the first unread message, or at its end where nothing is unread. From
     * now on what is new is loaded as it comes.
     */
    void open();

    /** Nobody looks at the thread any more: what is loaded of it is given back, and nobody's presence is asked for. */
    void close();

    /** Loads the page before the oldest loaded line; what is far away on the other side is given back. */
    void loadOlder();

    /** Loads the page after the newest loaded line; what is far away on the other side is given back. */
    void loadNewer();

    /** Loads the lines around a message in place of what is loaded. */
    void loadAround(long seq);

    /** Loads the end of the thread in place of what is loaded. */
    void loadNewest();

    /**
     * Marks what the person has seen as read, on all devices; the senders are told. Never goes back.
     *
     * @param seq the newest message that was on the person's screen; later messages stay unread, however soon they came
     */
    void markRead(long seq);

    /** The person is typing; may be called at every key. */
    void typing();

    /**
     * Keeps what is typed and not sent, here and, a moment later, on the account's other devices. Who typed last wins: a
     * draft from elsewhere shows in {@link ConversationView#draft} unless what was typed here was not told yet. Saying
     * something with {@link #send} empties the draft.
     */
    void saveDraft(String text);

    /**
     * Says something. It is shown at once as on its way and goes out as soon as there is a connection.
     *
     * @param replyTo the message that it answers; null for none
     * @throws IllegalArgumentException for a blank text, or one longer than {@code Protocol.MAX_TEXT_BYTES}
     */
    void send(String text, @Nullable Long replyTo);

    /**
     * Sends a picture or another file. It is shown at once; {@link MessageView#transfer} tells how far it is.
     *
     * @param caption text beside it; empty for none
     * @throws IllegalArgumentException where the file is too large, empty, or can not be read, with a sentence for the
     *     person
     */
    void sendFile(Path file, String caption, @Nullable Long replyTo);

    /** Says a message of this conversation in another one. */
    void forward(long seq, String toConversationId);

    /** Changes the text, or the caption, of a message of one's own. */
    void edit(long seq, String text);

    /** Takes a message of one's own back, for everybody. */
    void delete(long seq);

    /** Reacts to a message; null for not any more. */
    void react(long seq, @Nullable String emoji);

    /** Takes back what is not stored yet: a message that waits, a file on its way, a refused one. */
    void cancel(String clientMessageId);

    /** Tries what was refused again. */
    void retry(String clientMessageId);

    /** Does again what was refused with a stored message: an edit or a deletion, of which {@link MessageView#refusal} tells. */
    void retryChange(long seq);

    /** Lets be what was refused with a stored message. */
    void dropChange(long seq);

    /** The bytes of a message's file, fetched unless they are here already; {@link MessageView#transfer} tells how far it is. */
    CompletableFuture<Path> file(long seq);

    /** Ends the fetching of a message's file. */
    void cancelFile(long seq);

    /** The bytes of the group's picture. */
    CompletableFuture<Path> picture();

    /** Keeps the conversation differently from now on, on all devices. */
    void arrange(Arrangement arrangement);

    /** Changes the group. */
    CompletableFuture<Void> change(GroupChange change);

    /** Gives the group a picture: uploads it first. */
    CompletableFuture<Void> setPicture(Path picture);
}
