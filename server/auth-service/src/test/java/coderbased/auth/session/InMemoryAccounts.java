package coderbased.auth.session;

import coderbased.protocol.Secret;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The accounts of an {@link InMemoryAuthStore}. Not thread-safe. */
final class InMemoryAccounts {

    private final Map<String, Account> accounts = new HashMap<>();

    boolean add(Account account) {
        if (byHandle(account.handle()).isPresent()) {
            return false;
        }
        accounts.put(account.id(), account);
        return true;
    }

    Optional<Account> byId(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    Optional<Account> byHandle(String handle) {
        return accounts.values().stream()
                .filter(account -> account.handle().equals(handle))
                .findFirst();
    }

    List<Account> byIds(Collection<String> ids) {
        return ids.stream().distinct().flatMap(id -> byId(id).stream()).toList();
    }

    List<Account> all() {
        return existing().sorted(Comparator.comparing(Account::handle)).toList();
    }

    List<Account> find(List<String> beginnings, String seekerId, Instant now, int limit) {
        return existing()
                .filter(account -> !account.id().equals(seekerId) && !account.isBanned(now))
                .filter(account -> beginnings.stream().allMatch(beginning -> hasWord(account, beginning)))
                .sorted(Comparator.comparing(Account::sortName).thenComparing(Account::id))
                .limit(limit)
                .toList();
    }

    /** Returns the account unless it is deleted or banned at that moment. */
    Optional<Account> usable(String id, Instant now) {
        return byId(id).filter(account -> !account.isDeleted()).filter(account -> !account.isBanned(now));
    }

    void change(String id, AccountChange change) {
        switch (change) {
            case AccountChange.None _ -> {}
            case AccountChange.Banned banned -> setBan(id, banned.ban());
            case AccountChange.NewPassword password ->
                replace(id, old -> with(old, old.name(), password.hash().value(), old.ban()));
            case AccountChange.Deleted deleted -> delete(id, deleted.at());
        }
    }

    void setBan(String id, @Nullable AccountBan ban) {
        replace(id, old -> with(old, old.name(), old.passwordHash().value(), ban));
    }

    void setName(String id, String name) {
        replace(id, old -> with(old, name, old.passwordHash().value(), old.ban()));
    }

    private void delete(String id, Instant at) {
        accounts.computeIfPresent(
                id,
                (_, old) -> new Account(
                        id, old.handle(), Account.DELETED_NAME, new Secret(""), old.createdAt(), old.ban(), at));
    }

    /** Replaces an account that is not deleted. */
    private void replace(String id, UnaryOperator<Account> change) {
        accounts.computeIfPresent(id, (_, old) -> old.isDeleted() ? old : change.apply(old));
    }

    private static Account with(Account old, String name, String hash, @Nullable AccountBan ban) {
        return new Account(old.id(), old.handle(), name, new Secret(hash), old.createdAt(), ban, old.deletedAt());
    }

    private Stream<Account> existing() {
        return accounts.values().stream().filter(account -> !account.isDeleted());
    }

    private static boolean hasWord(Account account, String beginning) {
        return account.searchWords().stream().anyMatch(word -> word.startsWith(beginning));
    }
}
