package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.fx.GroupEventWords;
import coderbased.fx.Tick;
import coderbased.fx.list.ListRow.Preview;
import coderbased.fx.list.ListRow.Preview.Kind;
import coderbased.fx.text.SafeText;
import coderbased.protocol.Body;
import java.util.List;

/** The line below a title in the list: who is typing, or else the draft, or else the newest message. */
public final class Previews {

    private static final int MAX_WORD_CHARS = 16;

    private Previews() {}

    static Preview of(ConversationView conversation, boolean open, String me) {
        if (!conversation.typing().isEmpty()) {
            return typing(conversation);
        }
        if (!open && !conversation.draft().isBlank()) {
            return new Preview(
                    Kind.DRAFT, Tick.NONE, MESSAGES.text("list.draft"), SafeText.preview(conversation.draft()));
        }
        MessageView last = conversation.lastMessage();
        return last == null ? Preview.NOTHING : of(conversation, last, me);
    }

    /**
     * Returns one message as one line.
     *
     * @param me the reader's account
     */
    public static Preview of(ConversationView conversation, MessageView message, String me) {
        Tick tick = message.body() instanceof Body.Deleted ? Tick.NONE : Tick.of(message);
        return switch (message.body()) {
            case Body.Text text ->
                new Preview(Kind.TEXT, tick, sender(conversation, message), SafeText.preview(text.text()));
            case Body.File file ->
                new Preview(
                        file.preview() == null ? Kind.FILE : Kind.PICTURE,
                        tick,
                        sender(conversation, message),
                        fileWords(file));
            case Body.GroupEvent event ->
                new Preview(
                        Kind.GROUP_EVENT,
                        Tick.NONE,
                        "",
                        new GroupEventWords(me, conversation.names()).words(message, event));
            case Body.Deleted _ ->
                new Preview(
                        Kind.DELETED,
                        Tick.NONE,
                        sender(conversation, message),
                        MESSAGES.text(message.mine() ? "thread.deletedByYou" : "thread.deleted"));
        };
    }

    private static Preview typing(ConversationView conversation) {
        List<String> names = conversation.typing().stream().map(SafeText::name).toList();
        String words = conversation.group() == null
                ? MESSAGES.text("thread.typing")
                : MESSAGES.text("list.typing", "count", names.size(), "name", names.getFirst());
        return new Preview(Kind.TYPING, Tick.NONE, "", words);
    }

    private static String fileWords(Body.File file) {
        if (!file.caption().isBlank()) {
            return SafeText.preview(file.caption());
        }
        return file.preview() == null ? SafeText.fileLine(file.name()) : MESSAGES.text("list.picture");
    }

    private static String sender(ConversationView conversation, MessageView message) {
        if (conversation.group() == null) {
            return "";
        }
        return message.mine() ? MESSAGES.text("people.you") : firstWord(SafeText.name(message.senderName()));
    }

    /** Returns the first word of a name, so short that the text behind it is in view. */
    static String firstWord(String name) {
        int space = name.indexOf(' ');
        String word = space < 0 ? name : name.substring(0, space);
        return word.codePointCount(0, word.length()) <= MAX_WORD_CHARS
                ? word
                : word.substring(0, word.offsetByCodePoints(0, MAX_WORD_CHARS)) + "…";
    }
}
