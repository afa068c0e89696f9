package coderbased.auth.session;

import coderbased.protocol.Logout;

/**
 * Sessions end: one transaction, whatever the cause.
 *
 * @param logout why, for the sessions in the scope itself
 * @param underPhone why, for the web sessions that end because their phone's session does
 * @param change the account's change in the same transaction
 */
public record SessionTermination(SessionScope scope, Logout logout, Logout underPhone, AccountChange change) {}
