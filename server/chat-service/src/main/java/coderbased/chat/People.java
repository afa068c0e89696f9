package coderbased.chat;

import coderbased.auth.AuthService;
import coderbased.protocol.Contact;
import coderbased.protocol.Protocol;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Other people on this server, as the Auth Service knows them. Every method reads from its store. */
final class People {

    private final AuthService auth;

    People(AuthService auth) {
        this.auth = auth;
    }

    /** At most {@link Protocol#MAX_HITS} other people by the beginning of words of their names, or of their handles. */
    List<Contact> find(String seeker, String words) {
        return auth.findPeople(seeker, words, Protocol.MAX_HITS);
    }

    /** When those who are known to have been here were here last. */
    Map<String, Instant> lastSeen(Collection<String> accountIds) {
        return auth.lastSeen(Set.copyOf(accountIds));
    }

    /** Whether all of these are accounts that somebody can talk with. */
    boolean areHere(Collection<String> accountIds) {
        return auth.areThere(Set.copyOf(accountIds));
    }
}
