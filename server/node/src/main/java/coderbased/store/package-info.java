/**
 * What lasts: accounts, sessions, conversations, in an SQLite file. The only package that knows SQL.
 *
 * <p>{@link coderbased.store.Database} holds the file: one connection that writes, behind a lock, and a few that read
 * beside it (write-ahead log). When a write returns it is on disk ({@code synchronous=FULL}). The stores, one per port,
 * turn the calls of their port into statements; each call is one transaction. The schema is made by the migrations in
 * {@code db/migration}, kept to what PostgreSQL takes too.
 */
@NullMarked
package coderbased.store;

import org.jspecify.annotations.NullMarked;
