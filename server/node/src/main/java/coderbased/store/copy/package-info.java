/**
 * The half of the {@code migrate-to} command that knows SQL: {@link coderbased.store.copy.DatabaseCopy} copies an
 * embedded database into PostgreSQL, one {@code TableCopy} after the other, and resumes where it was interrupted.
 */
@NullMarked
package coderbased.store.copy;

import org.jspecify.annotations.NullMarked;
