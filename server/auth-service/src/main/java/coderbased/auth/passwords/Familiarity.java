package coderbased.auth.passwords;

import coderbased.auth.session.Account;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionRow;
import coderbased.http.SameNetwork;
import coderbased.protocol.DeviceKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account's earlier use of a key or a network. It is asked for only if strangers have used up the general allowance,
 * and then for accounts that do not exist in the same way. For one thread.
 *
 * <p>The key is told and not proven. That is enough to be counted apart: it lets nobody in, and only the device and the
 * server know it.
 */
final class Familiarity {

    /** No account has it. */
    private static final String NOBODY = "";

    private final AuthStore store;
    private final String accountId;
    private final SignInAttempt attempt;
    private @Nullable List<Session> phones;

    Familiarity(AuthStore store, Optional<Account> account, SignInAttempt attempt) {
        this.store = store;
        this.accountId = account.map(Account::id).orElse(NOBODY);
        this.attempt = attempt;
    }

    /** True if one of the account's phones had this key. */
    boolean ofDevice() {
        String thumbprint = attempt.key().thumbprint();
        return phones().stream()
                .anyMatch(phone -> phone.device().key().thumbprint().equals(thumbprint));
    }

    /** True if one of the account's phones was last seen in this network. */
    boolean ofPlace() {
        Optional<String> network = attempt.from().connectedNetwork();
        return attempt.from().certain()
                && network.isPresent()
                && phones().stream()
                        .anyMatch(phone ->
                                SameNetwork.network(phone.use().address()).equals(network));
    }

    private List<Session> phones() {
        List<Session> known = phones;
        if (known == null) {
            known = store.sessions(accountId).stream()
                    .map(SessionRow::session)
                    .filter(session -> session.kind() == DeviceKind.PHONE)
                    .toList();
            phones = known;
        }
        return known;
    }
}
