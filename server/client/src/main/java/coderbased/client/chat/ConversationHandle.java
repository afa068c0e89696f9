package coderbased.client.chat;

import coderbased.protocol.ConversationSettings;
import coderbased.protocol.GroupChange;
import coderbased.protocol.MemberReceipt;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Commands in one conversation. Thread-safe; see {@link Chat} for timing and futures.
 *
 * <p>Messages, edits, deletions and reactions are stored on disk before they are sent. They are sent in order, and each
 * is done exactly once, even if the connection or the program ends in between. A file upload takes time; later messages
 * do not wait for it.
 */
public interface ConversationHandle {

    /**
     * Opens the conversation: loads messages at the first unread one, or at the end if none is unread. New messages are
     * loaded as they arrive.
     */
    void open();

    /** Closes the conversation: releases its loaded messages, and ends the presence subscription. */
    void close();

    /** Loads the page before the oldest loaded message; releases the farthest page on the other side. */
    void loadOlder();

    /** Loads the page after the newest loaded message; releases the farthest page on the other side. */
    void loadNewer();

    /** Replaces the loaded messages with those around a message. */
    void loadAround(long seq);

    /** Replaces the loaded messages with the newest ones. */
    void loadNewest();

    /**
     * Marks messages as read, on all devices, and tells their senders. The position never moves back.
     *
     * @param seq the newest message that was on the user's screen; later messages stay unread, however soon they came
     */
    void markRead(long seq);

    /** Signals that the user is typing; may be called at every key. */
    void typing();

    /**
     * Saves the unsent text here and, a moment later, on the account's other devices. The last change wins: a draft
     * from another device shows in {@link ConversationView#draft} unless the local one has not been sent yet.
     * {@link #send} clears the draft.
     */
    void saveDraft(String text);

    /**
     * Sends a text. It is shown at once and sent as soon as there is a connection.
     *
     * @param replyTo the message that it answers; null for none
     * @throws IllegalArgumentException if the text is blank, or longer than {@code Protocol.MAX_TEXT_BYTES}
     */
    void send(String text, @Nullable Long replyTo);

    /**
     * Sends a picture or another file. It is shown at once; {@link MessageView#transfer} has the progress.
     *
     * @param caption text below the file; empty for none
     * @throws IllegalArgumentException if the file is too large, empty, or cannot be read; the message is for the user
     */
    void sendFile(Path file, String caption, @Nullable Long replyTo);

    /** Forwards a message of this conversation to another one. */
    void forward(long seq, String toConversationId);

    /** Edits the text or the caption of one of the user's own messages. */
    void edit(long seq, String text);

    /** Deletes one of the user's own messages for everyone. */
    void delete(long seq);

    /** Reacts to a message; null removes the reaction. */
    void react(long seq, @Nullable String emoji);

    /** Cancels a message that is not stored yet: one that waits, one whose file is being uploaded, or a refused one. */
    void cancel(String clientMessageId);

    /** Sends a refused message again. */
    void retry(String clientMessageId);

    /** Retries a refused edit or deletion; {@link MessageView#refusal} has the reason. */
    void retryChange(long seq);

    /** Dismisses a refused edit or deletion. */
    void dropChange(long seq);

    /**
     * Returns the local copy of a message's file; downloads it if necessary. {@link MessageView#transfer} has the
     * progress.
     */
    CompletableFuture<Path> file(long seq);

    /** Cancels the download of a message's file. */
    void cancelFile(long seq);

    /**
     * Returns whom one of the user's own messages has reached, and when; answered with the next connection. Empty for
     * any other message.
     */
    CompletableFuture<List<MemberReceipt>> receipts(long seq);

    /** Returns the local copy of the group picture. */
    CompletableFuture<Path> picture();

    /** Changes the conversation settings, on all devices. */
    void saveSettings(ConversationSettings settings);

    /** Changes the group. */
    CompletableFuture<Void> change(GroupChange change);

    /** Uploads a picture and makes it the group picture. */
    CompletableFuture<Void> setPicture(Path picture);
}
