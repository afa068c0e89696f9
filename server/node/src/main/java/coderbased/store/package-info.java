/**
 * What lasts: accounts, sessions, conversations, in an SQLite file. The only package that knows SQL.
 *
 * <p>{@link coderbased.store.Database} holds the file: one connection that writes, behind a lock, and a few that read
 * beside it (write-ahead log). When a write returns it is on disk ({@code synchronous=FULL}). The stores, one per port,
 * turn the calls of their port into statements; each call is one transaction.
 *
 * <p>The chat's writes come in batches: {@code ChatCommit} is one transaction and gives each write to {@code
 * MessageWrites}, {@code MemberWrites}, {@code NewConversations} or {@code GroupWrites}; all of them put messages into one
 * {@code MessageLog}, which numbers them and keeps the {@code WordIndex} in step. What is read of it, {@code
 * ChatQueries} and {@code ConversationRows} read. The schema is made by the migrations in
 * {@code db/migration}, kept to what PostgreSQL takes too.
 */
@NullMarked
package coderbased.store;

import org.jspecify.annotations.NullMarked;
