package coderbased.fx.notify;

import coderbased.fx.Face;
import org.jspecify.annotations.Nullable;

/**
 * One notification, ready to draw.
 *
 * @param conversationId what a click opens; null for the chat as it is
 * @param face whose it is; null for a sum of several, and where names are not to be seen
 */
public record Notification(
        @Nullable String conversationId, @Nullable Face face, String title, String text) {}
