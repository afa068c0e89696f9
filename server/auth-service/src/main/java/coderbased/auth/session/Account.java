package coderbased.auth.session;

import coderbased.protocol.Contact;
import coderbased.protocol.Profile;
import coderbased.protocol.SearchText;
import coderbased.protocol.Secret;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One person on this server.
 *
 * @param handle the name that the person signs in with; reserved after the account is deleted, so that nobody can take
 *     its place
 * @param passwordHash Argon2id with its parameters; empty once the account is deleted
 * @param ban the last ban; may have run out
 * @param deletedAt time of its deletion; null while it exists
 */
public record Account(
        String id,
        String handle,
        String name,
        Secret passwordHash,
        Instant createdAt,
        @Nullable AccountBan ban,
        @Nullable Instant deletedAt) {

    /** The name that others see for a deleted account. */
    public static final String DELETED_NAME = "Deleted account";

    /** True if a ban is in force. */
    public boolean isBanned(Instant now) {
        return ban != null && ban.isInForce(now);
    }

    /**
     * The words it is found by, folded: those of its name and of its handle. Where characters are words of their own, a
     * word begins at each of them.
     */
    public Set<String> searchWords() {
        return searchWords(name, handle);
    }

    /** The same for an account with that name and handle. */
    public static Set<String> searchWords(String name, String handle) {
        return Stream.of(name, handle)
                .flatMap(text -> SearchText.runs(text).stream())
                .flatMap(run ->
                        IntStream.range(0, run.size()).mapToObj(from -> String.join("", run.subList(from, run.size()))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Its name as it is put in order: without accents and case. */
    public String sortName() {
        return SearchText.fold(name);
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    /** As the account's own devices see it. */
    public Profile profile() {
        return new Profile(id, handle, name);
    }

    /** As everybody else sees it. */
    public Contact contact() {
        return new Contact(id, handle, name);
    }
}
