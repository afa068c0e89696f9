/**
 * What the person is told of while they look elsewhere.
 *
 * <p>{@link coderbased.fx.notify.Arrivals} compares one picture of the chat with the next and says what came in that
 * somebody wants to be told of; {@link coderbased.fx.notify.NotificationsViewModel} decides what is shown of it, and for how
 * long. How it looks is each app's own: the desktop opens small windows at the edge of the display, the phone lets a banner
 * down from its upper edge.
 *
 * <p>Nothing is told of what is muted or archived, of what one said oneself, of the conversation that the person has before
 * them, or of what was read elsewhere meanwhile. What was missed is told as one sum, once it is all there. Where many
 * messages come at once, they become one sum too.
 */
@NullMarked
package coderbased.fx.notify;

import org.jspecify.annotations.NullMarked;
