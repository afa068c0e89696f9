/**
 * What makes a device itself: its token and key, sealed on disk with a key from the system's keychain, and the
 * profile's folder. Nothing here speaks to a server.
 */
@NullMarked
package coderbased.client.keys;

import org.jspecify.annotations.NullMarked;
