/**
 * Identity of a device: its token and key, sealed on disk with a key from the system's keychain, and the profile's
 * folder. No network access.
 */
@NullMarked
package coderbased.client.keys;

import org.jspecify.annotations.NullMarked;
