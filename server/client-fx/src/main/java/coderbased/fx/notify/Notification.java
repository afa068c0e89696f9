package coderbased.fx.notify;

import coderbased.fx.Face;
import org.jspecify.annotations.Nullable;

/**
 * One notification, ready to draw.
 *
 * @param conversationId conversation that a click opens; null for the chat as it is
 * @param face its sender; null for a summary of several, and if names are hidden
 */
public record Notification(
        @Nullable String conversationId, @Nullable Face face, String title, String text) {}
