package coderbased.auth.session;

import coderbased.protocol.Secret;

/**
 * The account's password, typed on one of its phones and found right. Checking takes a tenth of a second, so the store
 * compares both again in the transaction that acts on them.
 *
 * @param phoneSession the phone's session, alive when the call came
 * @param passwordHash the hash that the password was checked against
 */
public record Confirmation(String phoneSession, Secret passwordHash) {}
