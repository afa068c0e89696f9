package coderbased.fx;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.MessageView;
import coderbased.fx.text.SafeText;
import coderbased.protocol.Body;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sentences for group events. */
public final class GroupEventWords {

    private final String me;
    private final Map<String, String> names;

    /**
     * @param me the reader's account
     * @param names of all present and former members, by account
     */
    public GroupEventWords(String me, Map<String, String> names) {
        this.me = me;
        this.names = names;
    }

    /** Returns a sentence, for example {@code You added Bob}. */
    public String words(MessageView message, Body.GroupEvent event) {
        boolean mine = message.mine();
        String who = SafeText.name(message.senderName());
        String name = SafeText.name(Objects.requireNonNullElse(event.name(), ""));
        String whom = whom(event.accountIds());
        return switch (event.kind()) {
            case CREATED -> MESSAGES.text("groupEvent.created", "mine", mine, "who", who, "name", name);
            case RENAMED -> MESSAGES.text("groupEvent.renamed", "mine", mine, "who", who, "name", name);
            case PICTURE_CHANGED -> MESSAGES.text("groupEvent.pictureChanged", "mine", mine, "who", who);
            case ADDED -> MESSAGES.text("groupEvent.added", "mine", mine, "who", who, "whom", whom);
            case REMOVED -> MESSAGES.text("groupEvent.removed", "mine", mine, "who", who, "whom", whom);
            case LEFT -> MESSAGES.text("groupEvent.left", "mine", mine, "who", who);
            case JOINED -> MESSAGES.text("groupEvent.joined", "mine", mine, "who", who);
            case ADMIN_MADE -> admins("groupEvent.adminMade", event.accountIds());
            case ADMIN_UNMADE -> admins("groupEvent.adminUnmade", event.accountIds());
        };
    }

    private String admins(String key, List<String> accounts) {
        boolean reader = accounts.equals(List.of(me));
        return MESSAGES.text(key, "reader", reader, "count", accounts.size(), "whom", whom(accounts));
    }

    private String whom(List<String> accounts) {
        List<String> called = accounts.stream()
                .map(id -> id.equals(me)
                        ? MESSAGES.text("groupEvent.you")
                        : SafeText.name(names.getOrDefault(id, MESSAGES.text("groupEvent.someone"))))
                .toList();
        return PersonNames.list(called);
    }
}
