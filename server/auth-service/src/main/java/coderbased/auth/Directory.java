package coderbased.auth;

import coderbased.auth.session.Account;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthStore;
import coderbased.protocol.Contact;
import coderbased.protocol.SearchText;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of this server, as everybody may know them. Thread-safe; calls block. */
public final class Directory {

    /** More words than a name has find nobody anyway. */
    private static final int MAX_WORDS = 8;

    private static final Comparator<Account> BY_NAME =
            Comparator.comparing(Account::sortName).thenComparing(Account::handle);

    private final AuthStore store;
    private final AuthContext surroundings;

    Directory(AuthStore store, AuthContext surroundings) {
        this.store = store;
        this.surroundings = surroundings;
    }

    /**
     * Returns other people by the beginning of every one of these words: of a word of their name, or of their handle.
     * For no words, the first by name. Deleted and suspended accounts are not found.
     */
    public List<Contact> find(String seeker, String typed, int limit) {
        List<String> words = SearchText.runs(typed).stream()
                .map(run -> String.join("", run))
                .distinct()
                .toList();
        boolean findable = words.size() <= MAX_WORDS && (typed.isBlank() || !words.isEmpty());
        return findable
                ? store.findAccounts(words, seeker, surroundings.now(), limit).stream()
                        .sorted(BY_NAME)
                        .map(Account::contact)
                        .toList()
                : List.of();
    }

    /** True if all of these are accounts that are not deleted. */
    public boolean areThere(Collection<String> accountIds) {
        Set<String> wanted = Set.copyOf(accountIds);
        List<Account> found = store.accounts(wanted);
        return found.size() == wanted.size() && found.stream().noneMatch(Account::isDeleted);
    }

    /** Returns the last times at which these accounts had a device connected; unknown ones are left out. */
    public Map<String, Instant> lastSeen(Collection<String> accountIds) {
        return store.lastActive(Set.copyOf(accountIds));
    }
}
