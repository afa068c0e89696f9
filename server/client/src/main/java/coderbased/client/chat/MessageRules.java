package coderbased.client.chat;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.client.messages.ProblemWords;
import coderbased.protocol.GroupChange;
import coderbased.protocol.NameRule;
import coderbased.protocol.Protocol;
import coderbased.protocol.TextLength;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Client-side checks of what is sent to a server. Each method throws {@link IllegalArgumentException} with a message
 * for the user.
 */
final class MessageRules {

    private static final int MAX_WORDS_CHARS = 256;

    private MessageRules() {}

    /** Checks the text of a message. */
    static void requireText(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(MESSAGES.text("chat.nothingToSend"));
        }
        requireShort(text, "chat.message.broken", "chat.message.tooLong");
    }

    /** Checks the caption of a file; it may be empty. */
    static void requireCaption(String caption) {
        requireShort(caption, "chat.caption.broken", "chat.caption.tooLong");
    }

    /** Checks the name of a group. */
    static void requireName(String name) {
        NameRule.problem(name).ifPresent(problem -> {
            throw new IllegalArgumentException(ProblemWords.sentence(problem));
        });
    }

    /** Checks the number of other members of a group. */
    static void requireOthers(List<String> accountIds) {
        if (accountIds.size() + 1 > Protocol.MAX_MEMBERS) {
            throw new IllegalArgumentException(
                    MESSAGES.text("chat.tooManyPeople", "limit", Protocol.MAX_MEMBERS, "chosen", accountIds.size()));
        }
    }

    static void requireEmoji(@Nullable String emoji) {
        if (emoji != null && (emoji.isBlank() || emoji.length() > Protocol.MAX_EMOJI_CHARS)) {
            throw new IllegalArgumentException(MESSAGES.text("chat.oneEmoji"));
        }
    }

    /** Checks the words of a search. */
    static void requireWords(String words) {
        if (words.length() > MAX_WORDS_CHARS) {
            throw new IllegalArgumentException(
                    MESSAGES.text("chat.searchTooLong", "chars", words.length(), "limit", MAX_WORDS_CHARS));
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
        return isWhole(text) && TextLength.bytes(text) <= Protocol.MAX_TEXT_BYTES;
    }

    private static void requireShort(String text, String broken, String tooLong) {
        if (!isWhole(text)) {
            throw new IllegalArgumentException(MESSAGES.text(broken));
        }
        int over = TextLength.over(text, Protocol.MAX_TEXT_BYTES, TextLength::bytes);
        if (over > 0) {
            throw new IllegalArgumentException(MESSAGES.text(tooLong, "over", over));
        }
    }

    /** True if no surrogate stands alone. */
    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
