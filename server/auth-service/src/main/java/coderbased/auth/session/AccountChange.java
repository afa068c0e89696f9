package coderbased.auth.session;

import coderbased.protocol.Secret;
import java.time.Instant;

/** A change of an account in the same transaction that ends its sessions. */
public sealed interface AccountChange {

    /** Nothing: only sessions end. */
    record None() implements AccountChange {}

    /** It is suspended. */
    record Banned(AccountBan ban) implements AccountChange {}

    /** It is gone: the name and the password are wiped, the handle stays reserved. */
    record Deleted(Instant at) implements AccountChange {}

    /** It has another password. */
    record NewPassword(Secret hash) implements AccountChange {}
}
