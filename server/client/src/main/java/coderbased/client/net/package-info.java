/**
 * Access to the server: sockets, HTTP calls and their proofs, retries, and the client thread. This package transports
 * messages without knowing their meaning.
 */
@NullMarked
package coderbased.client.net;

import org.jspecify.annotations.NullMarked;
