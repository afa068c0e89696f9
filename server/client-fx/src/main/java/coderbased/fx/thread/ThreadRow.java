package coderbased.fx.thread;

import coderbased.fx.FileKind;
import coderbased.fx.Tick;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a thread, ready to draw. */
public sealed interface ThreadRow {

    /** Its name, the same through every change of what it shows; no two rows of a thread have the same. */
    String key();

    /** A new day begins. */
    record Day(String key, String label) implements ThreadRow {}

    /** What follows was not read before. */
    record Unread(String label) implements ThreadRow {

        /** There is one such line at most. */
        static final String KEY = "unread";

        @Override
        public String key() {
            return KEY;
        }
    }

    /** Something happened to the group. */
    record Notice(String key, String words) implements ThreadRow {}

    /** Stands where a message will be once it is loaded. */
    record Skeleton(int number) implements ThreadRow {

        @Override
        public String key() {
            return "skeleton-" + number;
        }
    }

    /**
     * One message.
     *
     * @param key the message's own name
     * @param seq its place in the conversation; 0 while it is on its way
     * @param first whether it begins a run of messages by one person
     * @param sender who, where more than two talk; null where it is clear
     * @param quote what it answers; null for nothing
     * @param forwarded whether it was said elsewhere first
     */
    record Bubble(
            String key,
            long seq,
            boolean mine,
            boolean first,
            @Nullable Sender sender,
            Said said,
            @Nullable Quote quote,
            boolean forwarded,
            List<Reaction> reactions,
            Foot foot)
            implements ThreadRow {

        /** What a person wrote, byte for byte; empty where nobody wrote anything. */
        String text() {
            return switch (said) {
                case Words words -> words.text();
                case File file -> file.caption();
                case Gone _, Going _ -> "";
            };
        }

        /** Whether it is on the server and still says something: only then can it be answered or passed on. */
        boolean stored() {
            return seq > 0 && !(said instanceof Gone || said instanceof Going);
        }

        /** Whether that is the same message further on its way, and looks the same but for its tick. */
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
     * Who said something.
     *
     * @param colour 0 to 7, always the same one
     */
    record Sender(String name, int colour) {}

    /**
     * The message that another one answers.
     *
     * @param text on one line
     */
    record Quote(long seq, Sender sender, String text) {}

    /** One emoji, and who chose it. */
    record Reaction(String emoji, List<String> names, boolean mine) {}

    /**
     * What stands in a bubble's lower corner.
     *
     * @param time when, in words
     * @param refusal why it was not sent, or what was changed of it not taken; null where nothing was refused
     */
    record Foot(
            String time,
            boolean edited,
            Tick tick,
            @Nullable String refusal) {}

    /** What a bubble holds. */
    sealed interface Said {}

    /** A text, as it was written. */
    record Words(String text) implements Said {}

    /** A message that was taken back. */
    record Gone() implements Said {}

    /** A message that will be taken back unless the person thinks better of it. */
    record Going() implements Said {}

    /**
     * A picture or another file.
     *
     * @param size in words
     * @param preview what it looks like; null where it is no picture
     * @param moving how far it is on its way; null while nothing moves
     * @param here where its bytes are on this device; null where they are not
     */
    record File(
            String name,
            String size,
            FileKind kind,
            @Nullable Preview preview,
            String caption,
            @Nullable Moving moving,
            @Nullable Path here)
            implements Said {}

    /** A small picture of a picture: the whole one's measures in pixels, and a JPEG in base64. */
    record Preview(int width, int height, String jpeg) {}

    /**
     * A file on its way.
     *
     * @param share 0 to 1
     */
    record Moving(double share, String words) {}
}
