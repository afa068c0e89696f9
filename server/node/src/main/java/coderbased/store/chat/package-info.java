/**
 * Conversations, members and messages in SQL: {@link coderbased.store.chat.SqlChatStore} implements the chat service's
 * store.
 *
 * <p>Writes come in batches: {@code ChatCommit} is one transaction and gives each write to {@code MessageWrites},
 * {@code MemberWrites}, {@code NewConversations} or {@code GroupWrites}. All of them put messages into one {@code
 * MessageLog}, which numbers them and keeps the word index in step. {@code ChatQueries} and {@code ConversationRows}
 * read.
 */
@NullMarked
package coderbased.store.chat;

import org.jspecify.annotations.NullMarked;
