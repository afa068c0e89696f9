package coderbased.fx.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The emoji a person chose last, newest first, begun with the six that people react with most. */
public final class RecentEmoji {

    /** Offered on every message. */
    public static final List<String> QUICK = List.of("👍", "❤️", "😂", "😮", "😢", "🙏");

    private static final int MOST = 24;

    private final List<Emoji> chosen = new ArrayList<>();

    public void choose(Emoji emoji) {
        chosen.remove(emoji);
        chosen.addFirst(emoji);
        if (chosen.size() > MOST) {
            chosen.removeLast();
        }
    }

    public List<Emoji> all() {
        Stream<Emoji> quick = QUICK.stream().map(EmojiSet.all()::of).filter(Objects::nonNull);
        return Stream.concat(chosen.stream(), quick).distinct().limit(MOST).toList();
    }
}
