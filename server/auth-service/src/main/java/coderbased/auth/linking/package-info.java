/**
 * Linking: from the code that a desktop shows to its web session.
 *
 * <p>{@code LinkCoordinator} holds the {@code LinkAttempt}s of the desktops whose sockets are on this node.
 * {@code LinkTransitions} is the one table of what may follow what. {@code Links} is the phone's side: it asks the
 * node that holds the desktop, over {@link coderbased.auth.linking.GuestRpc}. {@code WebSessions} stores the
 * session that an approval leads to, {@code LinkNotifier} tells the devices, {@code LinkAuditLog} keeps the
 * history, and {@link coderbased.auth.linking.NewLinkAlerts} asks the account's owner about new links.
 */
@NullMarked
package coderbased.auth.linking;

import org.jspecify.annotations.NullMarked;
