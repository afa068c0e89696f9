package coderbased.fx.thread;

import coderbased.fx.Tick;
import coderbased.fx.text.SafeText;
import coderbased.fx.thread.ThreadRow.Bubble;
import java.util.ArrayList;
import java.util.List;

/** Texts of a thread's rows for screen readers. */
final class RowWords {

    private RowWords() {}

    static String of(ThreadRow row) {
        return switch (row) {
            case ThreadRow.Day day -> day.label();
            case ThreadRow.Unread unread -> unread.label();
            case ThreadRow.Notice notice -> notice.words();
            case ThreadRow.Skeleton _ -> "Loading";
            case Bubble bubble -> words(bubble);
        };
    }

    private static String words(Bubble bubble) {
        List<String> words = new ArrayList<>();
        if (bubble.mine()) {
            words.add("You");
        } else if (bubble.sender() != null) {
            words.add(bubble.sender().name());
        }
        if (bubble.quote() != null) {
            words.add("reply to " + bubble.quote().sender().name());
        }
        switch (bubble.said()) {
            case ThreadRow.Words said -> words.add(SafeText.message(said.text()));
            case ThreadRow.File file -> words.add("file " + file.name() + ", " + file.size() + " " + file.caption());
            case ThreadRow.Gone _ -> words.add("deleted message");
            case ThreadRow.Going _ -> words.add("deleted message, can be undone");
        }
        bubble.reactions()
                .forEach(r -> words.add(BubbleReactions.name(r.emoji()) + " by " + String.join(", ", r.names())));
        words.add(bubble.foot().time());
        if (bubble.foot().edited()) {
            words.add("edited");
        }
        if (bubble.foot().tick() != Tick.NONE) {
            words.add(bubble.foot().tick().words());
        }
        return String.join(", ", words);
    }
}
