/**
 * Accounts, sessions, revocations and link history in SQL: {@link coderbased.store.auth.SqlAuthStore} implements the
 * authentication service's store, with one class per table or concern behind it.
 */
@NullMarked
package coderbased.store.auth;

import org.jspecify.annotations.NullMarked;
