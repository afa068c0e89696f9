package coderbased.chat;

import coderbased.auth.session.AccountChange;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.InMemoryAuthStore;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTermination;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stores in memory. */
final class InMemoryStores implements TestStores {

    private final InMemoryAuthStore auth = new InMemoryAuthStore();
    private @Nullable InMemoryChatStore chat;

    @Override
    public AuthStore auth() {
        return auth;
    }

    @Override
    public ChatStore chat(AccountLimits limits) {
        if (chat == null) {
            chat = new InMemoryChatStore(limits, auth::account);
            auth.onLink(chat::linked);
        }
        return chat;
    }

    @Override
    public void rename(String accountId, String name) {
        auth.setName(accountId, name);
    }

    /** Deletes an account, as a node does that stops right afterwards. */
    void delete(String accountId) {
        Logout logout = Logout.of(LogoutReason.ACCOUNT_DELETED, Initiator.USER, Instant.EPOCH);
        auth.end(new SessionTermination(
                new SessionScope.Whole(accountId), logout, logout, new AccountChange.Deleted(Instant.EPOCH)));
    }

    @Override
    public void close() {}
}
