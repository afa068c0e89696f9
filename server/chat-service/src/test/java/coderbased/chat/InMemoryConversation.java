package coderbased.chat;

import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ConversationSummary.Group;
import coderbased.protocol.MemberReceipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conversation of an {@link InMemoryChatStore} with its members, invitations and messages. Not thread-safe. */
final class InMemoryConversation {

    private static final Comparator<Member> IN_ORDER =
            Comparator.comparingLong(Member::firstSeq).thenComparing(Member::account);

    private final String id;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<ChatMessage> messages = new ArrayList<>();

    final List<Invitation> invitations = new ArrayList<>();

    /** Null for a conversation of two. */
    @Nullable
    Group group;

    long invitationNumber;
    private long lastRev;

    InMemoryConversation(String id, @Nullable Group group) {
        this.id = id;
        this.group = group;
    }

    /** An invitation that is open or was declined. */
    static final class Invitation {
        final String account;
        final String inviter;
        final Instant at;
        boolean declined;

        Invitation(String account, String inviter, Instant at) {
            this.account = account;
            this.inviter = inviter;
            this.at = at;
        }
    }

    /** One who is in the conversation, or was. */
    static final class Member {
        private final String account;
        boolean present = true;
        private long leftSeq;
        boolean admin;
        boolean shown = true;
        private long firstSeq;
        long delivered;
        long read;
        private final List<Step> steps = new ArrayList<>();
        ConversationSettings settings = ConversationSettings.DEFAULT;
        String draft = "";
        long draftNumber;
        long noteNumber;

        /** A step of both markers over the messages after {@code before}, up to {@code after}. */
        private record Step(boolean read, long before, long after, Instant at) {}

        Member(String account) {
            this.account = account;
        }

        void move(long toDelivered, long toRead, Instant at) {
            steps.add(new Step(false, delivered, toDelivered, at));
            steps.add(new Step(true, read, toRead, at));
            delivered = toDelivered;
            read = toRead;
        }

        @Nullable
        Instant reached(boolean asRead, long seq) {
            return steps.stream()
                    .filter(step -> step.read == asRead && step.before < seq && seq <= step.after)
                    .map(Step::at)
                    .findFirst()
                    .orElse(null);
        }

        String account() {
            return account;
        }

        long firstSeq() {
            return firstSeq;
        }

        ConversationSummary.Member facts() {
            return new ConversationSummary.Member(account, admin, delivered, read);
        }
    }

    String id() {
        return id;
    }

    long lastSeq() {
        return messages.size();
    }

    long lastRev() {
        return lastRev;
    }

    Instant newestAt() {
        return messages.isEmpty() ? Instant.EPOCH : messages.getLast().sentAt();
    }

    boolean isIn(String account) {
        return members.containsKey(account) && member(account).present;
    }

    /** Returns the member, who may have left. */
    Member member(String account) {
        return members.get(account);
    }

    /** Returns the accounts that are in it, in the order in which they joined. */
    List<String> present() {
        return inOrder().filter(member -> member.present).map(Member::account).toList();
    }

    /** Returns everybody who is in it or was. */
    Set<String> ever() {
        return members.keySet();
    }

    /** Adds a member, perhaps again, who sees what comes from now on. */
    Member add(String account, boolean admin) {
        Member member = members.computeIfAbsent(account, Member::new);
        member.present = true;
        member.admin = admin;
        member.firstSeq = lastSeq() + 1;
        member.delivered = lastSeq();
        member.read = lastSeq();
        return member;
    }

    void remove(String account) {
        Member member = member(account);
        member.present = false;
        member.leftSeq = lastSeq();
        member.admin = false;
        member.draft = "";
    }

    List<String> invited() {
        return invitations.stream()
                .filter(invitation -> !invitation.declined)
                .map(invitation -> invitation.account)
                .distinct()
                .toList();
    }

    /** Returns a message with its quote as it stands. */
    ChatMessage message(long seq) {
        ChatMessage stored = messages.get((int) seq - 1);
        return stored.quote() == null
                ? stored
                : stored.answering(messages.get((int) stored.quote().seq() - 1).asQuote(), stored.forwarded());
    }

    /** Returns how far a message has come with everybody else to whom it was sent; none if it is not the sender's. */
    List<MemberReceipt> receipts(String sender, long seq) {
        boolean own = has(seq)
                && isIn(sender)
                && member(sender).firstSeq <= seq
                && message(seq).senderId().equals(sender)
                && !(message(seq).body() instanceof Body.GroupEvent);
        return inOrder()
                .filter(member -> own && !member.account.equals(sender) && member.firstSeq <= seq)
                .filter(member -> member.present || member.leftSeq >= seq)
                .map(member -> receipt(member, seq))
                .toList();
    }

    private MemberReceipt receipt(Member member, long seq) {
        boolean told = tellsMarkersOf(member.account);
        boolean delivered = told && member.delivered >= seq;
        boolean read = told && member.read >= seq;
        return new MemberReceipt(
                member.account,
                member.present,
                delivered,
                read,
                delivered ? member.reached(false, seq) : null,
                read ? member.reached(true, seq) : null);
    }

    boolean has(long seq) {
        return seq > 0 && seq <= lastSeq();
    }

    void append(ChatMessage message) {
        messages.add(message);
        lastRev = message.rev();
    }

    ChatMessage change(ChatMessage to) {
        ChatMessage changed = to.numbered(++lastRev);
        messages.set((int) to.seq() - 1, changed);
        return changed;
    }

    Stream<ChatMessage> messages() {
        return messages.stream().map(message -> message(message.seq()));
    }

    /** Returns the messages that a member may see, as the member sees them. */
    Stream<ChatMessage> visibleTo(String reader) {
        long first = member(reader).firstSeq;
        return messages().filter(message -> message.seq() >= first).map(message -> asSeen(message, first));
    }

    private static ChatMessage asSeen(ChatMessage message, long first) {
        boolean hidden = message.quote() != null && message.quote().seq() < first;
        return hidden ? message.withoutQuote() : message;
    }

    /** Returns the members who may see that message; none for no message. */
    Stream<String> seeing(long seq) {
        return inOrder()
                .filter(member -> member.present && has(seq) && member.firstSeq <= seq)
                .map(Member::account);
    }

    /** Returns the number of the newest message that an account sent; 0 for none. */
    long newestBy(String account) {
        return messages.stream()
                .filter(message -> message.senderId().equals(account))
                .filter(message -> !(message.body() instanceof Body.GroupEvent))
                .mapToLong(ChatMessage::seq)
                .max()
                .orElse(0);
    }

    /** True if the others are told the member's markers. */
    boolean tellsMarkersOf(String account) {
        return group != null || newestBy(account) > 0;
    }

    boolean isShownTo(String account) {
        return isIn(account) && (member(account).shown || lastSeq() > 0);
    }

    /** Returns the conversation as each of its members sees it. */
    Map<String, Conversation> seenByAll(InMemoryChatData data) {
        Crowd crowd = crowd(data);
        return present().stream()
                .filter(this::isShownTo)
                .collect(Collectors.toMap(
                        account -> account, account -> seenBy(account, crowd), (a, _) -> a, LinkedHashMap::new));
    }

    Conversation seenBy(String reader, InMemoryChatData data) {
        return seenBy(reader, crowd(data));
    }

    /** The parts that all members see alike. */
    private record Crowd(
            List<ConversationSummary.Member> members,
            List<String> former,
            List<ConversationSummary.Departed> departed,
            List<Contact> people,
            List<String> invited) {}

    private Crowd crowd(InMemoryChatData data) {
        List<String> former =
                inOrder().filter(member -> !member.present).map(Member::account).toList();
        List<String> invited =
                invited().stream().filter(account -> !data.isDeleted(account)).toList();
        List<Contact> people = Stream.concat(
                        inOrder().map(Member::account), invited.stream().filter(account -> !former.contains(account)))
                .map(data::contact)
                .toList();
        List<ConversationSummary.Member> facts = inOrder()
                .filter(member -> member.present)
                .map(this::factsForOthers)
                .toList();
        List<ConversationSummary.Departed> departed = inOrder()
                .filter(member -> !member.present)
                .map(member -> new ConversationSummary.Departed(member.leftSeq, member.delivered, member.read))
                .toList();
        return new Crowd(facts, former, departed, people, invited);
    }

    private Conversation seenBy(String reader, Crowd crowd) {
        Member own = member(reader);
        List<ConversationSummary.Member> facts = tellsMarkersOf(reader)
                ? crowd.members()
                : crowd.members().stream()
                        .map(others -> others.accountId().equals(reader) ? own.facts() : others)
                        .toList();
        return new Conversation(
                id,
                group,
                facts,
                crowd.former(),
                crowd.departed(),
                crowd.people(),
                crowd.invited(),
                invitationNumber,
                lastSeq(),
                lastRev,
                messages.isEmpty() ? null : asSeen(message(lastSeq()), own.firstSeq),
                new Conversation.Own(own.firstSeq, own.settings, own.draft, own.draftNumber, own.noteNumber));
    }

    /** Returns what is left in it of deleted accounts. */
    Stream<Leftover> leftovers(InMemoryChatData data) {
        Stream<Leftover> ofMembers = present().stream()
                .filter(account -> group != null || !member(account).draft.isEmpty())
                .map(account -> new Leftover(account, id, group == null ? Leftover.Kind.DRAFT : Leftover.Kind.MEMBER));
        Stream<Leftover> ofInvited = present().isEmpty()
                ? Stream.of()
                : invited().stream().map(account -> new Leftover(account, id, Leftover.Kind.INVITATION));
        return Stream.concat(ofMembers, ofInvited).filter(leftover -> data.isDeleted(leftover.accountId()));
    }

    private ConversationSummary.Member factsForOthers(Member member) {
        return tellsMarkersOf(member.account)
                ? member.facts()
                : new ConversationSummary.Member(member.account, member.admin, 0, 0);
    }

    private Stream<Member> inOrder() {
        return members.values().stream().sorted(IN_ORDER);
    }
}
