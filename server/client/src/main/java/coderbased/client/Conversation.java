package coderbased.client;

import coderbased.client.Line.Mark;
import coderbased.protocol.Arrangement;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as this device knows it. Used on the client's own thread.
 *
 * <p>Nothing of it is loaded before somebody wants to see it; until then only its newest line and its numbers are kept.
 */
final class Conversation {

    private final String id;
    private final Profile me;
    private final Lines lines = new Lines();
    private final Map<String, Line> onTheWay = new LinkedHashMap<>();
    private final Map<String, Long> readByOther = new HashMap<>();
    private ConversationSummary.@Nullable Group group;
    private List<ConversationSummary.Member> members = List.of();
    private Map<String, Contact> people = Map.of();
    private Arrangement arrangement = Arrangement.PLAIN;
    private String draft = "";
    private @Nullable Line newest;
    private long lastSeq;
    private long readSeq;
    private long readHere;
    private long readAtServer;
    private long readByOthersSeq;
    private boolean wanted;
    private boolean beginningSeen;
    private @Nullable ConversationView view;

    Conversation(String id, Profile me) {
        this.id = id;
        this.me = me;
    }

    String id() {
        return id;
    }

    /** What the server says of it as a whole. */
    void summary(ConversationSummary summary) {
        group = summary.group();
        members = summary.members();
        arrangement = summary.arrangement();
        draft = summary.draft();
        people = new HashMap<>();
        summary.people().forEach(person -> people.put(person.accountId(), person));
        summary.members().forEach(member -> read(member.accountId(), member.readSeq()));
        if (summary.last() != null) {
            said(summary.last(), false);
        }
        lastSeq = Math.max(lastSeq, summary.lastSeq());
        changed();
    }

    /** Somebody has a new name, from now on. */
    void renamed(Contact contact) {
        people.computeIfPresent(contact.accountId(), (_, _) -> contact);
        changed();
    }

    /** A stored message, live, missed or of old; a repeated one changes nothing. */
    boolean said(ChatMessage message) {
        return said(message, wanted);
    }

    private boolean said(ChatMessage message, boolean load) {
        Line line = line(message);
        if (line.mine()) {
            onTheWay.remove(message.clientMessageId());
            readSeq = Math.max(readSeq, message.seq());
        }
        if (newest == null || newest.seq() <= line.seq()) {
            newest = line;
        }
        lastSeq = Math.max(lastSeq, line.seq());
        changed();
        return load && lines.add(line);
    }

    /** The reader said something that is on its way. */
    void saying(Outbox.Entry entry) {
        String name = entry.send().clientMessageId();
        onTheWay.put(name, onTheWay(name, entry.send().body(), entry.typedAt()));
        changed();
    }

    /** What was on its way will not be stored. */
    void refused(String clientMessageId, String sentence) {
        onTheWay.computeIfPresent(clientMessageId, (_, line) -> line.refused(sentence));
        changed();
    }

    /** An account has read up to there. */
    void read(String accountId, long seq) {
        if (accountId.equals(me.accountId())) {
            readUpTo(seq);
        } else {
            readByOther.merge(accountId, seq, Math::max);
            readByOthers(readByAll());
        }
        changed();
    }

    /** The reader has seen everything, on this device. */
    void readAll() {
        if (readSeq < lastSeq) {
            readSeq = lastSeq;
            readHere = lastSeq;
            changed();
        }
    }

    /** How far was read on this device without the server's knowing; 0 for nothing. */
    long readToTell() {
        return readHere > readAtServer ? readHere : 0;
    }

    /** Somebody wants to see it, from now on. */
    void want() {
        wanted = true;
    }

    boolean isWanted() {
        return wanted;
    }

    /** The history ends here: there is nothing before the oldest line. */
    void beginningSeen() {
        beginningSeen = true;
        changed();
    }

    /** Up to where a device that comes back needs nothing; 0 where nothing is loaded. */
    long have() {
        return lines.wholeUpTo();
    }

    /** Before which number the newest line is that should be loaded and is not; 0 for none. */
    long missingBefore() {
        return wanted ? lines.missingBefore(lastSeq) : 0;
    }

    /** Before which number older history is to be asked for; 0 where there is none. */
    long olderBefore() {
        return hasOlder() ? lines.oldest() : 0;
    }

    ConversationView view() {
        if (view == null) {
            view = new ConversationView(
                    id,
                    group,
                    others(),
                    names(),
                    members.stream().anyMatch(member -> isMe(member.accountId()) && member.admin()),
                    shown(),
                    lastLine(),
                    (int) (lastSeq - readSeq),
                    readSeq,
                    hasOlder(),
                    false,
                    false,
                    arrangement,
                    draft,
                    List.of());
        }
        return view;
    }

    private void readUpTo(long seq) {
        readAtServer = Math.max(readAtServer, seq);
        readSeq = Math.max(readSeq, seq);
    }

    private void readByOthers(long seq) {
        readByOthersSeq = Math.max(readByOthersSeq, seq);
        lines.readUpTo(readByOthersSeq);
        if (newest != null && newest.mine() && newest.seq() <= readByOthersSeq) {
            newest = newest.marked(Mark.READ);
        }
    }

    private void changed() {
        view = null;
    }

    private boolean hasOlder() {
        return !beginningSeen && lines.oldest() > 1;
    }

    private List<ConversationView.Person> others() {
        return members.stream()
                .filter(member -> !isMe(member.accountId()))
                .map(this::person)
                .toList();
    }

    private ConversationView.Person person(ConversationSummary.Member member) {
        Contact contact = people.get(member.accountId());
        return new ConversationView.Person(
                member.accountId(),
                contact == null ? "" : contact.handle(),
                nameOf(member.accountId()),
                member.admin(),
                member.deliveredSeq(),
                member.readSeq());
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        people.values().forEach(person -> names.put(person.accountId(), person.name()));
        return Map.copyOf(names);
    }

    private boolean isMe(String accountId) {
        return accountId.equals(me.accountId());
    }

    private List<Line> shown() {
        List<Line> shown = new ArrayList<>(lines.inOrder());
        shown.addAll(onTheWay.values());
        return List.copyOf(shown);
    }

    private @Nullable Line lastLine() {
        return onTheWay.isEmpty() ? newest : List.copyOf(onTheWay.values()).getLast();
    }

    private long readByAll() {
        return others().stream()
                .mapToLong(other -> readByOther.getOrDefault(other.accountId(), readByOthersSeq))
                .min()
                .orElse(0);
    }

    private Line line(ChatMessage message) {
        boolean mine = isMe(message.senderId());
        Mark mark = mine && message.seq() <= readByOthersSeq ? Mark.READ : Mark.STORED;
        return new Line(
                message.clientMessageId(),
                message.seq(),
                mine,
                message.senderId(),
                nameOf(message.senderId()),
                message.body(),
                message.sentAt(),
                mark,
                null,
                message.forwarded(),
                message.editedAt() != null,
                List.of(),
                null,
                null,
                null);
    }

    private Line onTheWay(String name, Body body, Instant typedAt) {
        return new Line(
                name,
                0,
                true,
                me.accountId(),
                me.name(),
                body,
                typedAt,
                Mark.SENDING,
                null,
                false,
                false,
                List.of(),
                null,
                null,
                null);
    }

    private String nameOf(String accountId) {
        Contact contact = people.get(accountId);
        return contact == null ? "Somebody" : contact.name();
    }
}
