package coderbased.client.chat;

import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Group, settings, draft and typing members of a conversation. Used on the client thread. */
final class ConversationInfo {

    private ConversationSummary.@Nullable Group group;
    private ConversationSettings settings = ConversationSettings.DEFAULT;
    private String draft = "";
    private List<String> typing = List.of();

    void summary(ConversationSummary summary) {
        group = summary.group();
        settings = summary.settings();
    }

    void settingsChanged(ConversationSettings now) {
        settings = now;
    }

    void drafted(String text) {
        draft = text;
    }

    /** Sets the names of the members who are typing. */
    void typing(List<String> names) {
        typing = names;
    }

    /** Returns the group; null for a one-to-one conversation. */
    ConversationSummary.@Nullable Group group() {
        return group;
    }

    ConversationSettings settings() {
        return settings;
    }

    String draft() {
        return draft;
    }

    List<String> typing() {
        return typing;
    }
}
