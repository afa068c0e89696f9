package coderbased.chat;

import coderbased.auth.AuthService;
import coderbased.protocol.Contact;
import coderbased.protocol.Protocol;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The other people on this server, read from the Auth Service's store. */
final class PeopleDirectory {

    private final AuthService auth;

    PeopleDirectory(AuthService auth) {
        this.auth = auth;
    }

    /**
     * Returns at most {@link Protocol#MAX_HITS} other people whose names or handles have words that begin with these.
     */
    List<Contact> find(String seeker, String words) {
        return auth.findPeople(seeker, words, Protocol.MAX_HITS);
    }

    /** Returns the last active times of those for whom one is known. */
    Map<String, Instant> lastSeen(Collection<String> accountIds) {
        return auth.lastSeen(Set.copyOf(accountIds));
    }

    /** True if each of these is an account that can chat. */
    boolean areHere(Collection<String> accountIds) {
        return auth.areThere(Set.copyOf(accountIds));
    }
}
