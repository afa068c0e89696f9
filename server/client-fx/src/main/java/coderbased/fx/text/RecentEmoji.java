package coderbased.fx.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The user's recent emoji, newest first; initially the six most common reactions. */
public final class RecentEmoji {

    /** Reactions offered on every message. */
    public static final List<String> QUICK = List.of("👍", "❤️", "😂", "😮", "😢", "🙏");

    private static final int MAX_RECENT = 24;

    private final List<Emoji> chosen = new ArrayList<>();

    public void choose(Emoji emoji) {
        chosen.remove(emoji);
        chosen.addFirst(emoji);
        if (chosen.size() > MAX_RECENT) {
            chosen.removeLast();
        }
    }

    public List<Emoji> all() {
        Stream<Emoji> quick = QUICK.stream().map(EmojiSet.all()::of).filter(Objects::nonNull);
        return Stream.concat(chosen.stream(), quick)
                .distinct()
                .limit(MAX_RECENT)
                .toList();
    }
}
