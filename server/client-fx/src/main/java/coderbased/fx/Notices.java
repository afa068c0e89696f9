package coderbased.fx;

import coderbased.client.chat.MessageView;
import coderbased.fx.text.SafeText;
import coderbased.protocol.Body;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sentences for group events. */
public final class Notices {

    private final String me;
    private final Map<String, String> names;

    /**
     * @param me the reader's account
     * @param names of all present and former members, by account
     */
    public Notices(String me, Map<String, String> names) {
        this.me = me;
        this.names = names;
    }

    /** Returns a sentence, for example {@code You added Bob}. */
    public String words(MessageView message, Body.Notice notice) {
        String who = message.mine() ? "You" : SafeText.name(message.senderName());
        String whom = whom(notice.accountIds());
        boolean one = notice.accountIds().size() == 1;
        boolean reader = one && notice.accountIds().contains(me);
        String be = reader ? "You are" : whom + (one ? " is" : " are");
        return switch (notice.kind()) {
            case CREATED -> who + " created the group" + quoted("", notice.name());
            case RENAMED -> who + " renamed the group" + quoted(" to", notice.name());
            case PICTURE_CHANGED -> who + " changed the group picture";
            case ADDED -> who + " added " + whom;
            case REMOVED -> who + " removed " + whom;
            case LEFT -> who + " left";
            case JOINED -> who + " joined";
            case ADMIN_MADE -> be + (one ? " now an admin" : " now admins");
            case ADMIN_UNMADE -> be + (one ? " no longer an admin" : " no longer admins");
        };
    }

    private String whom(List<String> accounts) {
        List<String> called = accounts.stream()
                .map(id -> id.equals(me) ? "you" : SafeText.name(names.getOrDefault(id, "someone")))
                .toList();
        return People.list(called);
    }

    private static String quoted(String before, @Nullable String name) {
        return name == null ? "" : before + " “" + SafeText.name(name) + "”";
    }
}
