package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

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
            case ThreadRow.GroupEvent event -> event.words();
            case ThreadRow.Skeleton _ -> MESSAGES.text("thread.row.loading");
            case Bubble bubble -> words(bubble);
        };
    }

    private static String words(Bubble bubble) {
        List<String> words = new ArrayList<>();
        if (bubble.mine()) {
            words.add(MESSAGES.text("people.you"));
        } else if (bubble.sender() != null) {
            words.add(bubble.sender().name());
        }
        if (bubble.quote() != null) {
            words.add(MESSAGES.text(
                    "thread.row.reply", "name", bubble.quote().sender().name()));
        }
        switch (bubble.said()) {
            case ThreadRow.Words said -> words.add(SafeText.message(said.text()));
            case ThreadRow.File file ->
                words.add(MESSAGES.text(
                        "thread.row.file", "name", file.name(), "size", file.size(), "caption", file.caption()));
            case ThreadRow.Gone _ -> words.add(MESSAGES.text("thread.row.deleted"));
            case ThreadRow.Going _ -> words.add(MESSAGES.text("thread.row.deletedUndo"));
        }
        bubble.reactions()
                .forEach(r -> words.add(MESSAGES.text(
                        "thread.row.reaction",
                        "emoji",
                        BubbleReactions.name(r.emoji()),
                        "names",
                        String.join(", ", r.names()))));
        words.add(bubble.foot().time());
        if (bubble.foot().edited()) {
            words.add(MESSAGES.text("thread.row.edited"));
        }
        if (bubble.foot().tick() != Tick.NONE) {
            words.add(bubble.foot().tick().words());
        }
        return String.join(", ", words);
    }
}
