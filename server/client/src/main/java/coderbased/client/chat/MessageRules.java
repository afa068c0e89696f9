package coderbased.client.chat;

import coderbased.protocol.GroupChange;
import coderbased.protocol.NameRule;
import coderbased.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said to a server, checked before it is: each method throws {@link IllegalArgumentException} with a sentence
 * for the person.
 */
public final class MessageRules {

    private static final int MAX_WORDS_CHARS = 256;

    private MessageRules() {}

    /** A message's text. */
    static void requireText(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("There is nothing to send.");
        }
        requireShort(text, "This message");
    }

    /** The text beside a file; may be empty. */
    static void requireCaption(String caption) {
        requireShort(caption, "The caption");
    }

    /** Of a person, a group or a device. */
    public static void requireName(String name) {
        NameRule.problem(name).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** The others of a group. */
    static void requireOthers(List<String> accountIds) {
        if (accountIds.size() + 1 > Protocol.MAX_MEMBERS) {
            throw new IllegalArgumentException("A group can have at most " + Protocol.MAX_MEMBERS
                    + " people, including you. You chose " + accountIds.size() + ".");
        }
    }

    static void requireEmoji(@Nullable String emoji) {
        if (emoji != null && (emoji.isBlank() || emoji.length() > Protocol.MAX_EMOJI_CHARS)) {
            throw new IllegalArgumentException("A reaction is one emoji.");
        }
    }

    /** What is looked for. */
    static void requireWords(String words) {
        if (words.length() > MAX_WORDS_CHARS) {
            throw new IllegalArgumentException("The search text is too long: " + words.length() + " of at most "
                    + MAX_WORDS_CHARS + " characters.");
        }
    }

    static void require(GroupChange change) {
        switch (change) {
            case GroupChange.Rename(String name) -> requireName(name);
            case GroupChange.Add(List<String> accountIds) -> requireOthers(accountIds);
            case GroupChange.SetPicture _, GroupChange.Remove _, GroupChange.SetAdmin _, GroupChange.Leave _ -> {}
        }
    }

    /** Whether it can be kept as a draft. */
    static boolean isKeepable(String text) {
        return isWhole(text) && bytes(text) <= Protocol.MAX_TEXT_BYTES;
    }

    private static void requireShort(String text, String what) {
        if (!isWhole(text)) {
            throw new IllegalArgumentException(what + " contains an incomplete character. Type it again.");
        }
        int bytes = bytes(text);
        if (bytes > Protocol.MAX_TEXT_BYTES) {
            throw new IllegalArgumentException(
                    what + " is too long: " + bytes + " of at most " + Protocol.MAX_TEXT_BYTES + " bytes.");
        }
    }

    /** No half of a surrogate pair stands alone. */
    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
