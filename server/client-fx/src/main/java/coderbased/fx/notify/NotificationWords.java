package coderbased.fx.notify;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.fx.Face;
import coderbased.fx.GroupPictures;
import coderbased.fx.list.Previews;
import java.util.Map;

/** Text of a notification, within the user's privacy setting. */
final class NotificationWords {

    private final GroupPictures pictures;

    NotificationWords(GroupPictures pictures) {
        this.pictures = pictures;
    }

    /** Returns the notification for the newest message of a conversation. */
    Notification of(ConversationView conversation, int messages, Privacy privacy) {
        if (privacy == Privacy.NOTHING) {
            return new Notification(conversation.id(), null, MESSAGES.text("notification.app"), counted(messages));
        }
        Face face = Face.of(conversation, pictures.of(conversation));
        MessageView last = conversation.lastMessage();
        String text = privacy == Privacy.NAME_AND_TEXT && last != null
                ? Previews.of(conversation, last, "").words()
                : counted(messages);
        return new Notification(conversation.id(), face, face.name(), text);
    }

    /** Returns the summary: the number of messages and of conversations. */
    static Notification sum(Map<String, Integer> counts, ChatState state, Privacy privacy) {
        int messages = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (counts.size() > 1) {
            return new Notification(
                    null,
                    null,
                    MESSAGES.text("notification.app"),
                    MESSAGES.text("notification.sum", "messages", messages, "chats", counts.size()));
        }
        String id = counts.keySet().iterator().next();
        ConversationView only = state.conversation(id);
        Face face = only == null || privacy == Privacy.NOTHING ? null : Face.of(only, null);
        return new Notification(
                id, face, face == null ? MESSAGES.text("notification.app") : face.name(), counted(messages));
    }

    private static String counted(int messages) {
        return MESSAGES.text("notification.count", "messages", messages);
    }
}
