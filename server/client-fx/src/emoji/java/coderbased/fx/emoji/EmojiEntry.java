package coderbased.fx.emoji;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One emoji with its place on the source's sheet.
 *
 * @param keywords words to find it by that its name does not contain; none for skin-tone variants
 * @param column from 0
 * @param row from 0
 */
record EmojiEntry(String characters, String name, List<String> keywords, String group, int column, int row) {

    /** Returns its line in {@code emoji.txt}: code points, name, keywords. */
    String line() {
        String points = characters
                .codePoints()
                .mapToObj(point -> Integer.toHexString(point).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
        return points + ";" + name + ";" + String.join(",", keywords);
    }
}
