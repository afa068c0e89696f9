/**
 * The server program: one jar that serves everything.
 *
 * <p>{@code ServerMain} reads the command line; {@code ServeCommand} turns it into {@link coderbased.node.Settings} and
 * starts a {@link coderbased.node.Node}, which is the wiring of the whole server, to be read from top to bottom: the
 * data directory with its lock, the database, the bus, the Auth Service, the Chat Service, HTTP. The other commands
 * ({@code ban}, {@code unban}, {@code accounts}, {@code sessions}) talk to a running server through its admin door, a
 * second HTTP server on a loopback port ({@code AdminSocket}, called by {@code AdminClient}); {@code migrate-to} needs
 * one that stands still, and is {@link coderbased.node.Moving}.
 *
 * <p>Where the server cannot start, {@link coderbased.node.StartupException} says why in one line and
 * {@link coderbased.node.ExitCode} says it to the shell.
 */
@NullMarked
package coderbased.node;

import org.jspecify.annotations.NullMarked;
