package coderbased.client.chat;

import coderbased.protocol.GroupChange;
import coderbased.protocol.NameRule;
import coderbased.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Client-side checks of what is sent to a server. Each method throws {@link IllegalArgumentException} with a message
 * for the user.
 */
public final class MessageRules {

    private static final int MAX_WORDS_CHARS = 256;

    private MessageRules() {}

    /** Checks the text of a message. */
    static void requireText(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("There is nothing to send.");
        }
        requireShort(text, "This message");
    }

    /** Checks the caption of a file; it may be empty. */
    static void requireCaption(String caption) {
        requireShort(caption, "The caption");
    }

    /** Checks the name of a person, a group or a device. */
    public static void requireName(String name) {
        NameRule.problem(name).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** Checks the number of other members of a group. */
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

    /** Checks the words of a search. */
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

    /** True if the text can be stored as a draft. */
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

    /** True if no surrogate stands alone. */
    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
