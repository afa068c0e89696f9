package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Face;
import coderbased.fx.Tick;
import java.util.List;

/** One row of the conversation list, ready to draw. */
public sealed interface ListRow {

    /** Returns the row's identity, independent of its content; unique in a list. */
    String key();

    /** True if it can be selected. */
    default boolean choosable() {
        return true;
    }

    /** Heading of a group of rows. */
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

    /** A note among the rows. */
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
     * An invitation to a group.
     *
     * @param group name of the group
     * @param inviter name of the user who invites
     * @param answered true while the answer is being sent
     * @param problem why the last answer failed; empty for nothing
     */
    record Invitation(
            String conversationId, String group, String inviter, int members, boolean answered, String problem)
            implements ListRow {

        @Override
        public String key() {
            return "invitation " + conversationId;
        }

        /** Returns the invitation as a sentence. */
        public String words() {
            return MESSAGES.text("invitation.words", "inviter", inviter, "group", group);
        }

        /** Returns the number of members as words. */
        public String size() {
            return MESSAGES.text("invitation.size", "count", members);
        }
    }

    /** The row that opens the archive. */
    record Archive(int conversations, int unread) implements ListRow {

        @Override
        public String key() {
            return "archive";
        }
    }

    /**
     * A conversation.
     *
     * @param time of its newest message, as words; empty if there is none
     * @param open true if its thread is shown
     */
    record Conversation(String id, Face face, Preview preview, String time, int unread, Keeping keeping, boolean open)
            implements ListRow {

        @Override
        public String key() {
            return "conversation " + id;
        }

        /** Returns the title. */
        public String title() {
            return face.name();
        }
    }

    /** A person to start a chat with. */
    record Person(String accountId, String name, String handle) implements ListRow {

        @Override
        public String key() {
            return "person " + accountId;
        }
    }

    /**
     * A message found by the search.
     *
     * @param title title of its conversation
     * @param words an excerpt, with the search words highlighted
     */
    record Message(String conversationId, long seq, String title, List<Piece> words, String time) implements ListRow {

        @Override
        public String key() {
            return "message " + conversationId + " " + seq;
        }
    }

    /** The row that loads more search results. */
    record More() implements ListRow {

        @Override
        public String key() {
            return "more";
        }
    }

    /** Settings of a conversation. */
    record Keeping(boolean pinned, boolean muted, boolean archived) {}

    /** A part of a text; {@code marked} is true for a search word. */
    record Piece(String text, boolean marked) {}

    /**
     * The line below a conversation's title.
     *
     * @param tick of the reader's own message
     * @param sender name of the sender, if it is not clear; may be empty
     */
    record Preview(Kind kind, Tick tick, String sender, String text) {

        static final Preview NOTHING = new Preview(Kind.TEXT, Tick.NONE, "", "");

        /** Kind of the content, which selects the icon. */
        public enum Kind {
            TEXT,
            PICTURE,
            FILE,
            GROUP_EVENT,
            DELETED,
            DRAFT,
            TYPING
        }

        /** Returns the whole line as words. */
        public String words() {
            return sender.isEmpty() ? text : MESSAGES.text("list.preview.spoken", "sender", sender, "text", text);
        }
    }
}
