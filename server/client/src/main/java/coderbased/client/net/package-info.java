/**
 * The way to the server: sockets, HTTP calls and their proofs, waiting before another try, and the client's own
 * thread. It knows what a connection carries, never what it means.
 */
@NullMarked
package coderbased.client.net;

import org.jspecify.annotations.NullMarked;
