package coderbased.client.chat;

import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatMessage.Quote;
import coderbased.protocol.Protocol;

/** Short form of a message, shown above an answer to it. */
final class Quotes {

    private Quotes() {}

    /** Returns the message with an up-to-date quote. */
    static ChatMessage requoted(ChatMessage message, ChatMessage quoted) {
        return message.answering(quote(quoted), message.forwarded());
    }

    static Quote quote(ChatMessage quoted) {
        return new Quote(quoted.seq(), quoted.senderId(), shortened(quoted.body()));
    }

    private static Body shortened(Body body) {
        return switch (body) {
            case Body.Text(String text) -> new Body.Text(cut(text));
            case Body.File file ->
                new Body.File(
                        file.sha256(), file.name(), file.mediaType(), file.size(), file.preview(), cut(file.caption()));
            case Body.GroupEvent event -> event;
            case Body.Deleted deleted -> deleted;
        };
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= Protocol.MAX_QUOTE_CHARS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Protocol.MAX_QUOTE_CHARS));
    }
}
