/**
 * Databases: one interface over an SQLite file and PostgreSQL.
 *
 * <p>{@link coderbased.store.Databases} opens a {@link coderbased.store.Database}; each of its calls is one
 * transaction, and when a write returns it is on disk. The embedded database is an SQLite file, {@code SqliteDatabase}:
 * one connection that writes, behind a lock, and several that read; a damaged file is not opened, and {@code
 * WriteAheadLog} finds the damage that SQLite itself ignores. For many nodes it is PostgreSQL, {@code
 * PostgresDatabase}, with many writers at once. The SQL is the same for both; differences, including the locks of an
 * engine with many writers, are in an engine's {@code Dialect}.
 *
 * <p>The migrations in {@code db/migration} make the schema for every engine, and those beside them are for one engine.
 * Words of messages are found with a {@code WordIndex}; {@code Repair} completes half-finished writes at the start.
 *
 * <p>The packages below are built on this one: {@link coderbased.store.auth}, {@link coderbased.store.chat} and {@link
 * coderbased.store.files} store what the services need, and {@link coderbased.store.copy} copies a database into
 * another one. Only these packages know SQL.
 */
@NullMarked
package coderbased.store;

import org.jspecify.annotations.NullMarked;
