package coderbased.store.chat;

import coderbased.auth.session.Session;
import coderbased.chat.AccountLimits;
import coderbased.chat.ChatStore;
import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWritten;
import coderbased.chat.Conversation;
import coderbased.chat.HistoryPart;
import coderbased.chat.HistoryStart;
import coderbased.chat.Leftover;
import coderbased.chat.OpenInvitations;
import coderbased.chat.SearchTerms;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.MemberReceipt;
import coderbased.store.Database;
import coderbased.store.HistoryStarts;
import coderbased.store.Statements;
import coderbased.store.WordIndexes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;

/** A {@link ChatStore} in a database. */
public final class SqlChatStore implements ChatStore {

    private final Database database;
    private final AccountLimits limits;

    /** Creates a store over an open database, which the caller closes, with the standard limits. */
    public SqlChatStore(Database database) {
        this(database, AccountLimits.standard());
    }

    /** Creates a store with those limits per account. */
    public SqlChatStore(Database database, AccountLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    @Override
    public List<ChatWritten> commit(List<ChatWrite> writes, Instant at) {
        try {
            return database.write(handle -> Statements.unchecked(
                    () -> ChatCommit.all(handle.getConnection(), database.dialect(), limits, writes, at)));
        } catch (JdbiException e) {
            throw new StoreUnavailable("the database could not be written", e);
        }
    }

    @Override
    public List<Conversation> conversationsOf(String readerId) {
        return read(statements -> new ConversationRows(statements).ofReader(readerId));
    }

    @Override
    public long countChanged(String conversationId, String readerId, long rev) {
        return read(statements -> new ChatQueries(statements).countChanged(conversationId, readerId, rev));
    }

    @Override
    public List<ChatMessage> changed(String conversationId, String readerId, long rev, int limit) {
        return read(statements -> new ChatQueries(statements).changed(conversationId, readerId, rev, limit));
    }

    @Override
    public Optional<HistoryPart> history(String conversationId, String readerId, Side side, long seq, int limit) {
        return read(statements -> new ChatQueries(statements).history(conversationId, readerId, side, seq, limit));
    }

    @Override
    public List<MemberReceipt> receipts(String conversationId, String senderId, long seq) {
        return read(statements -> new ChatQueries(statements).receipts(conversationId, senderId, seq));
    }

    @Override
    public List<ChatMessage> search(String readerId, SearchTerms terms, int limit) {
        return read(statements -> WordIndexes.of(statements).find(readerId, terms, limit));
    }

    @Override
    public Set<String> readersOf(String conversationId, String writerId) {
        return read(statements -> new ChatQueries(statements).readersOf(conversationId, writerId));
    }

    @Override
    public Set<String> writersTo(String readerId, Set<String> accountIds) {
        return read(statements -> new ChatQueries(statements).writersTo(readerId, accountIds));
    }

    @Override
    public Set<String> companions(String accountId) {
        return read(statements -> new ChatQueries(statements).companions(accountId));
    }

    @Override
    public List<Leftover> leftovers(Leftover after, int limit) {
        return read(statements -> new ChatQueries(statements).leftovers(after, limit));
    }

    @Override
    public OpenInvitations invitationsOf(String accountId) {
        return read(statements -> new InvitationLists(statements).of(accountId));
    }

    @Override
    public OptionalLong seenFile(String readerId, String sha256) {
        return read(statements -> new ChatQueries(statements).seenFile(readerId, sha256));
    }

    @Override
    public Map<String, HistoryStart> historyStarts(Session session) {
        try {
            Map<String, HistoryStart> starts = database.read(handle -> HistoryStarts.of(handle, session.id()));
            return starts.isEmpty() ? recorded(session) : starts;
        } catch (JdbiException e) {
            throw new StoreUnavailable("the database could not be read", e);
        }
    }

    /** Records the starts of a session of an older server, which recorded none: it sees only what comes from now on. */
    private Map<String, HistoryStart> recorded(Session session) {
        return database.write(handle -> {
            HistoryStarts.record(handle, session);
            return HistoryStarts.of(handle, session.id());
        });
    }

    private <T> T read(Statements.WorkOn<T> work) {
        try {
            return database.read(handle -> Statements.on(handle, database.dialect(), work));
        } catch (JdbiException e) {
            throw new StoreUnavailable("the database could not be read", e);
        }
    }
}
