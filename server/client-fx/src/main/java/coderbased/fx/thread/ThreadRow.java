package coderbased.fx.thread;

import coderbased.fx.FileKind;
import coderbased.fx.Tick;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a thread, ready to draw. */
public sealed interface ThreadRow {

    /** Returns the row's key, the same for every version of its content; unique in a thread. */
    String key();

    /** Start of a day. */
    record Day(String key, String label) implements ThreadRow {}

    /** Start of the unread messages. */
    record Unread(String label) implements ThreadRow {

        /** There is at most one such row. */
        static final String KEY = "unread";

        @Override
        public String key() {
            return KEY;
        }
    }

    /** A group event. */
    record GroupEvent(String key, String words) implements ThreadRow {}

    /** Placeholder for a message that is being loaded. */
    record Skeleton(int number) implements ThreadRow {

        @Override
        public String key() {
            return "skeleton-" + number;
        }
    }

    /**
     * One message.
     *
     * @param key id of the message
     * @param seq its number in the conversation; 0 while it is being sent
     * @param first true if it starts a run of messages by one person
     * @param sender set in groups; null if it is clear
     * @param quote the message that it answers; null for none
     * @param forwarded true if it was forwarded
     */
    record Bubble(
            String key,
            long seq,
            boolean mine,
            boolean first,
            @Nullable Sender sender,
            Content said,
            @Nullable Quote quote,
            boolean forwarded,
            List<Reaction> reactions,
            Foot foot)
            implements ThreadRow {

        /** Returns the text that a person wrote, unchanged; empty for other content. */
        String text() {
            return switch (said) {
                case Words words -> words.text();
                case File file -> file.caption();
                case Gone _, Going _ -> "";
            };
        }

        /** True if it is stored and not deleted: only then can it be answered or forwarded. */
        boolean stored() {
            return seq > 0 && !(said instanceof Gone || said instanceof Going);
        }

        /** True if {@code now} is the same message and differs in its tick alone. */
        boolean goesOnAs(Bubble now) {
            Tick reached = now.foot.tick();
            Foot further = new Foot(foot.time(), foot.edited(), reached, foot.refusal());
            return said instanceof Words
                    && foot.tick().isOnTheWay()
                    && reached.isOnTheWay()
                    && now.equals(
                            new Bubble(key, now.seq, mine, first, sender, said, quote, forwarded, reactions, further));
        }
    }

    /**
     * Sender of a message.
     *
     * @param colour 0 to 7, always the same one
     */
    record Sender(String name, int colour) {}

    /**
     * The message that another one answers.
     *
     * @param text as one line
     */
    record Quote(long seq, Sender sender, String text) {}

    /** One emoji, and the names of the people who used it. */
    record Reaction(String emoji, List<String> names, boolean mine) {}

    /**
     * Content of a bubble's lower corner.
     *
     * @param time as words
     * @param refusal why it was not sent or changed; null if nothing was refused
     */
    record Foot(
            String time,
            boolean edited,
            Tick tick,
            @Nullable String refusal) {}

    /** Content of a bubble. */
    sealed interface Content {}

    /** A text, as it was written. */
    record Words(String text) implements Content {}

    /** A deleted message. */
    record Gone() implements Content {}

    /** A message whose deletion can still be undone. */
    record Going() implements Content {}

    /**
     * A picture or another file.
     *
     * @param size formatted for display
     * @param preview of a picture; otherwise null
     * @param moving progress of its transfer; null if there is none
     * @param here local copy; null if this device has none
     */
    record File(
            String name,
            String size,
            FileKind kind,
            @Nullable Preview preview,
            String caption,
            @Nullable Moving moving,
            @Nullable Path here)
            implements Content {}

    /** Preview of a picture: the picture's dimensions in pixels, and a small JPEG in base64. */
    record Preview(int width, int height, String jpeg) {}

    /**
     * Progress of a transfer.
     *
     * @param share from 0 to 1
     */
    record Moving(double share, String words) {}
}
