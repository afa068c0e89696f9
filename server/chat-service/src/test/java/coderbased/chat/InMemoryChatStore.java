package coderbased.chat;

import coderbased.auth.session.Account;
import coderbased.auth.session.Session;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.MemberReceipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A {@link ChatStore} in memory, held to the contracts that the databases keep. Thread-safe: each call is one
 * transaction.
 */
public final class InMemoryChatStore implements ChatStore {

    private static final String RECORDED = "";
    private static final Comparator<Leftover> IN_ORDER =
            Comparator.comparing(Leftover::accountId).thenComparing(Leftover::conversationId);

    private final AccountLimits limits;
    private final InMemoryChatData data;
    private final Map<String, Map<String, HistoryStart>> starts = new HashMap<>();

    /** Creates an empty store. */
    public InMemoryChatStore(AccountLimits limits, Function<String, Optional<Account>> accounts) {
        this(limits, new InMemoryChatData(accounts));
    }

    private InMemoryChatStore(AccountLimits limits, InMemoryChatData data) {
        this.limits = limits;
        this.data = data;
    }

    /** Returns a store of the same data with other limits, to be used in place of this one. */
    InMemoryChatStore reopened(AccountLimits other) {
        return new InMemoryChatStore(other, data);
    }

    /** Records what a device that is linked now and without history does not see. */
    synchronized void linked(Session session) {
        if (session.choices().withoutHistory()) {
            starts.computeIfAbsent(session.id(), _ -> startsOf(session.accountId()));
        }
    }

    @Override
    public synchronized List<ChatWritten> commit(List<ChatWrite> writes, Instant at) {
        InMemoryCommit commit = new InMemoryCommit(data, limits, at, this::hidesDraft);
        return writes.stream().map(commit::write).toList();
    }

    @Override
    public synchronized List<Conversation> conversationsOf(String readerId) {
        return of(readerId)
                .filter(conversation -> conversation.isShownTo(readerId))
                .map(conversation -> conversation.seenBy(readerId, data))
                .toList();
    }

    @Override
    public synchronized long countChanged(String conversationId, String readerId, long rev) {
        return changes(conversationId, readerId, rev).count();
    }

    @Override
    public synchronized List<ChatMessage> changed(String conversationId, String readerId, long rev, int limit) {
        return changes(conversationId, readerId, rev).limit(limit).toList();
    }

    @Override
    public synchronized Optional<HistoryPart> history(
            String conversationId, String readerId, Side side, long seq, int limit) {
        return data.conversation(conversationId)
                .filter(conversation -> conversation.isIn(readerId))
                .map(conversation -> new HistoryPart(
                        page(conversation.visibleTo(readerId).toList(), side, seq, limit),
                        conversation.member(readerId).firstSeq(),
                        conversation.lastSeq()));
    }

    @Override
    public synchronized List<MemberReceipt> receipts(String conversationId, String senderId, long seq) {
        return data.conversation(conversationId)
                .map(conversation -> conversation.receipts(senderId, seq))
                .orElse(List.of());
    }

    @Override
    public synchronized List<ChatMessage> search(String readerId, SearchTerms terms, int limit) {
        InMemorySearch search = new InMemorySearch(terms);
        return of(readerId)
                .flatMap(conversation -> conversation.visibleTo(readerId))
                .filter(search::finds)
                .sorted(Comparator.comparing(ChatMessage::sentAt)
                        .thenComparing(ChatMessage::seq)
                        .reversed())
                .filter(search.afterStart())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized OpenInvitations invitationsOf(String accountId) {
        return data.invitationsOf(accountId);
    }

    @Override
    public synchronized Set<String> readersOf(String conversationId, String writerId) {
        Set<String> readers = new HashSet<>();
        data.conversation(conversationId)
                .filter(conversation -> conversation.isIn(writerId))
                .ifPresent(conversation -> conversation
                        .seeing(conversation.newestBy(writerId))
                        .filter(reader -> !reader.equals(writerId))
                        .forEach(readers::add));
        return readers;
    }

    @Override
    public synchronized Set<String> writersTo(String readerId, Set<String> accountIds) {
        Set<String> writers = new HashSet<>();
        of(readerId)
                .forEach(conversation -> accountIds.stream()
                        .filter(account -> !account.equals(readerId) && conversation.isIn(account))
                        .filter(account -> conversation
                                .seeing(conversation.newestBy(account))
                                .anyMatch(readerId::equals))
                        .forEach(writers::add));
        return writers;
    }

    @Override
    public synchronized Set<String> companions(String accountId) {
        Set<String> companions = new HashSet<>();
        of(accountId).forEach(conversation -> companions.addAll(conversation.present()));
        companions.remove(accountId);
        return companions;
    }

    @Override
    public synchronized List<Leftover> leftovers(Leftover after, int limit) {
        return data.conversations()
                .flatMap(conversation -> conversation.leftovers(data))
                .filter(leftover -> IN_ORDER.compare(leftover, after) > 0)
                .sorted(IN_ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized OptionalLong seenFile(String readerId, String sha256) {
        return of(readerId)
                .flatMap(conversation -> conversation.visibleTo(readerId))
                .map(ChatMessage::body)
                .filter(Body.File.class::isInstance)
                .map(Body.File.class::cast)
                .filter(file -> file.sha256().equals(sha256))
                .mapToLong(Body.File::size)
                .findFirst();
    }

    @Override
    public synchronized Map<String, HistoryStart> historyStarts(Session session) {
        linked(session);
        return Map.copyOf(starts.getOrDefault(session.id(), Map.of()));
    }

    private Map<String, HistoryStart> startsOf(String account) {
        Map<String, HistoryStart> recorded = new HashMap<>();
        recorded.put(RECORDED, new HistoryStart(0, 0));
        of(account)
                .forEach(conversation -> recorded.put(
                        conversation.id(),
                        new HistoryStart(conversation.lastSeq() + 1, conversation.member(account).draftNumber)));
        return recorded;
    }

    private boolean hidesDraft(String session, String conversation, long draftNumber) {
        HistoryStart start = starts.getOrDefault(session, Map.of()).get(conversation);
        return start != null && start.draftNumber() >= draftNumber;
    }

    private Stream<InMemoryConversation> of(String account) {
        return data.conversations().filter(conversation -> conversation.isIn(account));
    }

    private Stream<ChatMessage> changes(String id, String reader, long rev) {
        return data.conversation(id).filter(conversation -> conversation.isIn(reader)).stream()
                .flatMap(conversation -> conversation.visibleTo(reader))
                .filter(message -> message.rev() > rev)
                .sorted(Comparator.comparingLong(ChatMessage::rev));
    }

    private static List<ChatMessage> page(List<ChatMessage> all, Side side, long seq, int limit) {
        List<ChatMessage> before =
                all.stream().filter(message -> message.seq() < seq).toList();
        List<ChatMessage> from =
                all.stream().filter(message -> message.seq() >= seq).toList();
        List<ChatMessage> after =
                all.stream().filter(message -> message.seq() > seq).toList();
        return switch (side) {
            case BEFORE -> last(before, limit);
            case AFTER -> first(after, limit);
            case AROUND -> {
                List<ChatMessage> both = new ArrayList<>(last(before, limit / 2));
                both.addAll(first(from, limit - limit / 2));
                yield both;
            }
        };
    }

    private static List<ChatMessage> first(List<ChatMessage> all, int limit) {
        return all.subList(0, Math.min(limit, all.size()));
    }

    private static List<ChatMessage> last(List<ChatMessage> all, int limit) {
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }
}
