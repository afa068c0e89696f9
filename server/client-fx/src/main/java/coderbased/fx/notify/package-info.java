/**
 * Notifications of new messages while the user looks elsewhere.
 *
 * <p>{@link coderbased.fx.notify.Arrivals} finds the messages that arrived between two states of the chat;
 * {@link coderbased.fx.notify.NotificationsViewModel} decides which notifications are shown, and for how long. Each app
 * has its own view: the desktop opens small windows at the edge of the display, the phone shows a banner at its upper
 * edge.
 *
 * <p>There are no notifications for muted and archived conversations, the user's own messages, the conversation in
 * view, and messages already read on another device. Missed messages become one summary after the synchronisation, as
 * do many messages at once.
 */
@NullMarked
package coderbased.fx.notify;

import org.jspecify.annotations.NullMarked;
