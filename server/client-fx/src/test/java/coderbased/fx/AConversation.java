package coderbased.fx;

import coderbased.client.chat.ConversationView;
import coderbased.client.chat.ConversationView.Person;
import coderbased.client.chat.MessageView;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builder of a conversation for {@link FakeChat}. All of its messages are loaded unless stated otherwise. */
public final class AConversation {

    private final String id;
    private final @Nullable Group group;
    private final List<Person> others = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Person> invited = new ArrayList<>();
    private boolean admin;
    private List<MessageView> lines = List.of();
    private @Nullable MessageView lastMessage;
    private int unread;
    private long readSeq = Long.MIN_VALUE;
    private boolean older;
    private boolean newer;
    private boolean loading;
    private ConversationSettings settings = ConversationSettings.DEFAULT;
    private String draft = "";
    private List<String> typing = List.of();

    private AConversation(String id, @Nullable Group group) {
        this.id = id;
        this.group = group;
        names.put(FakeChat.ADA.accountId(), FakeChat.ADA.name());
    }

    public static AConversation with(String id, Contact other) {
        return new AConversation(id, null).person(other, true, 0, 0);
    }

    public static AConversation withBob() {
        return with("c-bob", FakeChat.BOB);
    }

    public static AConversation group(String id, String name, Contact... others) {
        return pictured(id, name, null, others);
    }

    /** Starts a group with the picture of that SHA-256 hash. */
    public static AConversation pictured(String id, String name, @Nullable String sha256, Contact... others) {
        AConversation group = new AConversation(id, new Group(name, sha256));
        for (Contact other : others) {
            group.person(other, false, 0, 0);
        }
        return group;
    }

    public AConversation person(Contact contact, boolean admin, long delivered, long read) {
        others.removeIf(p -> p.accountId().equals(contact.accountId()));
        others.add(new Person(contact.accountId(), contact.handle(), contact.name(), admin, delivered, read));
        names.put(contact.accountId(), contact.name());
        return this;
    }

    /** Adds the name of a person who left. */
    public AConversation departed(Contact contact) {
        names.put(contact.accountId(), contact.name());
        return this;
    }

    /** Adds a person who has not answered the invitation. */
    public AConversation invited(Contact contact) {
        invited.add(new Person(contact.accountId(), contact.handle(), contact.name(), false, 0, 0));
        return this;
    }

    /** Makes Ada an admin of the group. */
    public AConversation admin() {
        admin = true;
        return this;
    }

    public AConversation lines(MessageView... lines) {
        this.lines = List.of(lines);
        return this;
    }

    /** Sets the newest message, if it is not the last loaded one. */
    public AConversation lastMessage(MessageView line) {
        lastMessage = line;
        return this;
    }

    public AConversation unread(int unread) {
        this.unread = unread;
        return this;
    }

    /** Sets Ada's read position; by default it follows from the number of unread messages. */
    public AConversation readSeq(long seq) {
        readSeq = seq;
        return this;
    }

    public AConversation more(boolean older, boolean newer) {
        this.older = older;
        this.newer = newer;
        return this;
    }

    public AConversation loading() {
        loading = true;
        return this;
    }

    public AConversation settings(ConversationSettings settings) {
        this.settings = settings;
        return this;
    }

    public AConversation draft(String draft) {
        this.draft = draft;
        return this;
    }

    public AConversation typing(String... names) {
        typing = List.of(names);
        return this;
    }

    public ConversationView build() {
        MessageView last = lastMessage == null && !lines.isEmpty() ? lines.getLast() : lastMessage;
        return new ConversationView(
                id,
                group,
                List.copyOf(others),
                Map.copyOf(names),
                admin,
                lines,
                last,
                unread,
                readSeq == Long.MIN_VALUE ? beforeUnread() : readSeq,
                older,
                newer,
                loading,
                settings,
                draft,
                typing,
                List.copyOf(invited));
    }

    private long beforeUnread() {
        int left = unread;
        long seq = lines.isEmpty() ? 0 : lines.getLast().seq();
        for (MessageView line : lines.reversed()) {
            seq = line.seq();
            if (left == 0) {
                return seq;
            }
            left -= line.mine() ? 0 : 1;
        }
        return seq - 1;
    }
}
