package coderbased.fx.list;

import coderbased.fx.Face;
import coderbased.fx.Tick;
import java.util.List;

/** One row of the conversation list, ready to draw. */
public sealed interface ListRow {

    /** Which row this is, however it looks; no two rows of a list share it. */
    String key();

    /** Whether it can be chosen. */
    default boolean choosable() {
        return true;
    }

    /** The words above a group of rows. */
    record Heading(String label) implements ListRow {

        @Override
        public String key() {
            return "heading " + label;
        }

        @Override
        public boolean choosable() {
            return false;
        }
    }

    /** Something to say among the rows. */
    record Note(String words) implements ListRow {

        @Override
        public String key() {
            return "note";
        }

        @Override
        public boolean choosable() {
            return false;
        }
    }

    /**
     * A group that the person is asked to join.
     *
     * @param group the name of the group
     * @param inviter the name of the person who asks
     * @param answered true while the answer is on its way
     * @param problem why the last answer was not taken; empty for nothing
     */
    record Invitation(
            String conversationId, String group, String inviter, int members, boolean answered, String problem)
            implements ListRow {

        @Override
        public String key() {
            return "invitation " + conversationId;
        }

        /** The question in words. */
        public String words() {
            return inviter + " invites you to “" + group + "”";
        }

        /** How many people are in the group, in words. */
        public String size() {
            return members == 1 ? "1 person" : members + " people";
        }
    }

    /** The way to the conversations that stand apart. */
    record Archive(int conversations, int unread) implements ListRow {

        @Override
        public String key() {
            return "archive";
        }
    }

    /**
     * A conversation.
     *
     * @param time when its newest message was, in words; empty where nothing was said yet
     * @param open whether its thread is the one on screen
     */
    record Conversation(String id, Face face, Preview preview, String time, int unread, Keeping keeping, boolean open)
            implements ListRow {

        @Override
        public String key() {
            return "conversation " + id;
        }

        /** What to call it. */
        public String title() {
            return face.name();
        }
    }

    /** Somebody to begin a chat with. */
    record Person(String accountId, String name, String handle) implements ListRow {

        @Override
        public String key() {
            return "person " + accountId;
        }
    }

    /**
     * A message that the search found.
     *
     * @param title what its conversation is called
     * @param words a part of it, with what was looked for marked
     */
    record Message(String conversationId, long seq, String title, List<Piece> words, String time) implements ListRow {

        @Override
        public String key() {
            return "message " + conversationId + " " + seq;
        }
    }

    /** The way to the next page of what was found. */
    record More() implements ListRow {

        @Override
        public String key() {
            return "more";
        }
    }

    /** How the person keeps a conversation. */
    record Keeping(boolean pinned, boolean muted, boolean archived) {}

    /** A part of a text; {@code marked} where it is what was looked for. */
    record Piece(String text, boolean marked) {}

    /**
     * What stands under a conversation's title, on one line.
     *
     * @param tick of a message of one's own
     * @param sender who said it, where that is not clear; may be empty
     */
    record Preview(Kind kind, Tick tick, String sender, String text) {

        static final Preview NOTHING = new Preview(Kind.TEXT, Tick.NONE, "", "");

        /** What it is: each has its own look. */
        public enum Kind {
            TEXT,
            PICTURE,
            FILE,
            NOTICE,
            DELETED,
            DRAFT,
            TYPING
        }

        /** All of it in words. */
        public String words() {
            return sender.isEmpty() ? text : sender + ": " + text;
        }
    }
}
