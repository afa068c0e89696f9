package coderbased.fx.text;

import coderbased.protocol.SearchText;
import java.util.Arrays;
import java.util.List;

/**
 * One emoji.
 *
 * @param characters as sent
 * @param name English Unicode name, for example {@code grinning face}
 * @param keywords English words to find it by that its name does not contain, in small letters
 * @param number its index in {@link EmojiSet} and {@link EmojiPictures}
 */
public record Emoji(String characters, String name, List<String> keywords, int number) {

    /** True if it is a skin-tone variant of another one. */
    boolean toned() {
        return name.contains("skin tone");
    }

    /** True if its name contains all of these words, folded as {@link SearchText} does. */
    boolean isNamed(String[] words) {
        String folded = SearchText.fold(name);
        return Arrays.stream(words).allMatch(folded::contains);
    }

    /** True if each of these words, folded, is in its name or begins one of its keywords. */
    boolean isAbout(String[] words) {
        return Arrays.stream(words)
                .allMatch(word -> SearchText.fold(name).contains(word)
                        || keywords.stream()
                                .anyMatch(key -> SearchText.fold(key).startsWith(word)));
    }
}
