/**
 * The server's own TLS: its certificate and key in PEM files, what they must be, when they expire, and how renewed ones
 * are taken while the server runs.
 */
@NullMarked
package coderbased.tls;

import org.jspecify.annotations.NullMarked;
