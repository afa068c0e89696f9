package coderbased.fx.text;

import coderbased.protocol.SearchText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All emoji of Unicode 16.0 in its order (UTS 51), and their recognition in a text. Immutable; loaded from
 * {@code emoji.txt} on first use.
 */
public final class EmojiSet {

    private static final char PRESENTATION = '\uFE0F';
    private static final char FIRST_OF_SYMBOLS = 0x2600;
    private static final String CLOCKS_AND_SQUARES = "\u231A\u231B\u23E9\u23EA\u23EB\u23EC\u23F0\u23F3\u25FD\u25FE";

    private final Map<String, List<Emoji>> groups = new LinkedHashMap<>();
    private final Map<String, Emoji> bySequence = new HashMap<>();
    private int longest;

    private EmojiSet(BufferedReader lines) {
        List<Emoji> group = new ArrayList<>();
        int number = 0;
        for (String line : lines.lines().toList()) {
            if (line.startsWith("# ")) {
                group = new ArrayList<>();
                groups.put(line.substring(2), group);
            } else {
                Emoji emoji = parse(line, number++);
                group.add(emoji);
                String key = key(emoji.characters());
                bySequence.put(key, emoji);
                longest = Math.max(longest, key.length());
            }
        }
    }

    /** Returns the only instance. */
    public static EmojiSet all() {
        return Held.SET;
    }

    /** Returns the groups and their emoji, without skin-tone variants. */
    public Map<String, List<Emoji>> groups() {
        Map<String, List<Emoji>> plain = new LinkedHashMap<>();
        groups.forEach((name, emoji) ->
                plain.put(name, emoji.stream().filter(e -> !e.toned()).toList()));
        return plain;
    }

    /**
     * Finds the emoji whose names contain all of these words, without skin-tone variants. Where no name does, those
     * that the words describe.
     */
    public List<Emoji> find(String words) {
        String[] wanted = SearchText.fold(words.strip()).split("\\s+");
        List<Emoji> named = find(emoji -> emoji.isNamed(wanted));
        return named.isEmpty() ? find(emoji -> emoji.isAbout(wanted)) : named;
    }

    private List<Emoji> find(Predicate<Emoji> wanted) {
        return groups.values().stream()
                .flatMap(List::stream)
                .filter(emoji -> !emoji.toned() && wanted.test(emoji))
                .toList();
    }

    /** Returns the emoji with these characters; null if there is none. */
    public @Nullable Emoji of(String characters) {
        return bySequence.get(key(characters));
    }

    /** Returns the longest emoji that starts at {@code from}; null if none does. */
    @Nullable
    Match at(CharSequence text, int from) {
        if (cannotBegin(text.charAt(from), text, from)) {
            return null;
        }
        StringBuilder key = new StringBuilder();
        Match best = null;
        for (int i = from; i < text.length() && key.length() < longest; i++) {
            char c = text.charAt(i);
            if (c != PRESENTATION) {
                key.append(c);
            }
            Emoji emoji = bySequence.get(key.toString());
            if (emoji != null && !key.isEmpty()) {
                best = new Match(emoji, i + 1);
            }
        }
        return best;
    }

    /** True if the character cannot start an emoji. Digits and signs do so only before a presentation selector. */
    private static boolean cannotBegin(char first, CharSequence text, int from) {
        boolean asked = from + 1 < text.length() && text.charAt(from + 1) == PRESENTATION;
        return !asked && first < FIRST_OF_SYMBOLS && CLOCKS_AND_SQUARES.indexOf(first) < 0;
    }

    private static String key(String characters) {
        return characters.replace(String.valueOf(PRESENTATION), "");
    }

    private static Emoji parse(String line, int number) {
        String[] parts = line.split(";", -1);
        StringBuilder characters = new StringBuilder();
        for (String hex : parts[0].split("-", -1)) {
            characters.appendCodePoint(Integer.parseInt(hex, 16));
        }
        List<String> keywords = parts[2].isEmpty() ? List.of() : List.of(parts[2].split(",", -1));
        return new Emoji(characters.toString(), parts[1], keywords, number);
    }

    /**
     * An emoji in a text.
     *
     * @param end index after it
     */
    record Match(Emoji emoji, int end) {}

    private static final class Held {

        static final EmojiSet SET = read();

        private static EmojiSet read() {
            InputStream file = EmojiSet.class.getResourceAsStream("emoji/emoji.txt");
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(Objects.requireNonNull(file, "emoji.txt"), StandardCharsets.UTF_8))) {
                return new EmojiSet(lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
