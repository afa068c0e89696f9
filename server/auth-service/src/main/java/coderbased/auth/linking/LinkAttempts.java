package coderbased.auth.linking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The guests of this node, found by code and by link. A attempt is remembered for a while after its end, so that a code
 * that was used can be told from one that never was; then it is forgotten. Guests that come and go quickly push the
 * oldest of those out earlier: how many are remembered is bounded. Thread-safe.
 */
final class LinkAttempts {

    /** Maximum number of ended attempts that are remembered. */
    static final int MAX_ENDED = 1_000;

    private static final Duration ENDED_RETENTION = Duration.ofMinutes(2);

    private final Set<LinkAttempt> attempts = ConcurrentHashMap.newKeySet();

    /** The attempts that have ended, oldest first. Guarded by itself. */
    private final Deque<Ended> ended = new ArrayDeque<>();

    private final Map<String, LinkAttempt> byCode = new ConcurrentHashMap<>();
    private final Map<String, LinkAttempt> byLink = new ConcurrentHashMap<>();

    private record Ended(LinkAttempt attempt, Instant forgetAt) {}

    void add(LinkAttempt attempt) {
        attempts.add(attempt);
    }

    /** From now on the code leads to this attempt, scanned or typed. */
    void addCode(ShownCode code, LinkAttempt attempt) {
        byCode.put(code.token().id(), attempt);
        byCode.put(code.typed().value(), attempt);
    }

    void addLink(String linkId, LinkAttempt attempt) {
        byLink.put(linkId, attempt);
    }

    void removeLink(String linkId) {
        byLink.remove(linkId);
    }

    Optional<LinkAttempt> ofCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    Optional<LinkAttempt> ofLink(String linkId) {
        return Optional.ofNullable(byLink.get(linkId));
    }

    void forEach(Consumer<LinkAttempt> action) {
        attempts.forEach(action);
    }

    /** Every attempt that a phone has claimed. */
    void forEachClaimed(Consumer<LinkAttempt> action) {
        byLink.values().forEach(action);
    }

    /** The attempt has come to its end. */
    void retire(LinkAttempt attempt, Instant now) {
        synchronized (ended) {
            ended.addLast(new Ended(attempt, now.plus(ENDED_RETENTION)));
        }
    }

    /** Forgets attempts that ended a while ago, and the oldest of too many. */
    void sweep(Instant now) {
        Set<LinkAttempt> forgotten = due(now);
        if (!forgotten.isEmpty()) {
            attempts.removeAll(forgotten);
            byCode.values().removeAll(forgotten);
            byLink.values().removeAll(forgotten);
        }
    }

    private Set<LinkAttempt> due(Instant now) {
        Set<LinkAttempt> due = new HashSet<>();
        synchronized (ended) {
            while (ended.size() > MAX_ENDED || isDue(ended.peekFirst(), now)) {
                due.add(ended.removeFirst().attempt());
            }
        }
        return due;
    }

    private static boolean isDue(@Nullable Ended oldest, Instant now) {
        return oldest != null && !now.isBefore(oldest.forgetAt());
    }
}
