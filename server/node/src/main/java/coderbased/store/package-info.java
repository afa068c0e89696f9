/**
 * What lasts: accounts, sessions, conversations, in a database. The only package that knows SQL.
 *
 * <p>The stores, one per port, turn the calls of their port into statements; each call is one transaction of a {@link
 * coderbased.store.Database}. When a write returns it is on disk. Embedded it is an SQLite file, {@code SqliteDatabase}:
 * one connection that writes, behind a lock, and a few that read beside it; it is not opened where it is damaged, and of its
 * log {@code WriteAheadLog} sees what SQLite passes over. For many nodes it is PostgreSQL, {@code
 * PostgresDatabase}, where many write at once. The SQL is the same for both; what is not, an engine's {@code Dialect}
 * knows, with the locks that only an engine with many writers needs.
 *
 * <p>The chat's writes come in batches: {@code ChatCommit} is one transaction and gives each write to {@code
 * MessageWrites}, {@code MemberWrites}, {@code NewConversations} or {@code GroupWrites}; all of them put messages into one
 * {@code MessageLog}, which numbers them and keeps the {@code WordIndex} in step. What is read of it, {@code
 * ChatQueries} and {@code ConversationRows} read. {@link coderbased.store.DatabaseCopy} takes an embedded database into PostgreSQL,
 * one {@code TableCopy} after the other. The bytes of files lie beside it, in a {@code FileFolder} or in a {@code
 * FileBucket}. The schema is made by the migrations in {@code db/migration}, which every engine takes, and those beside them
 * that are one engine's own.
 */
@NullMarked
package coderbased.store;

import org.jspecify.annotations.NullMarked;
