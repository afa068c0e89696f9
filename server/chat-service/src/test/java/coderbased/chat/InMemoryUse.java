package coderbased.chat;

import coderbased.protocol.Body;
import coderbased.protocol.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The use of accounts' limits in an {@link InMemoryChatStore}. Not thread-safe. */
final class InMemoryUse {

    private static final long MILLIS_PER_DAY = Duration.ofDays(1).toMillis();
    private static final int PER_GROUP = 2;

    private final Map<String, Daily> daily = new HashMap<>();
    private final Map<String, Long> textBytes = new HashMap<>();
    private final Map<Added, Times> added = new HashMap<>();

    /** Amounts of one day. */
    record Daily(long day, long changes, long conversations, long people) {

        Daily plus(Daily more) {
            return new Daily(day, changes + more.changes, conversations + more.conversations, people + more.people);
        }
    }

    private record Added(String account, String conversation, String inviter) {}

    private record Times(long day, long times) {}

    /** A write that the limits refuse, or another rule. */
    static final class RefusedWrite extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ChatWritten.Refused refused;

        RefusedWrite(RefusalReason why) {
            this(new ChatWritten.Refused(why));
        }

        private RefusedWrite(ChatWritten.Refused refused) {
            super(refused.why().name());
            this.refused = refused;
        }

        ChatWritten.Refused refused() {
            return Objects.requireNonNull(refused);
        }
    }

    static long bytes(Body body) {
        return Wire.write(body).getBytes(StandardCharsets.UTF_8).length;
    }

    static long day(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), MILLIS_PER_DAY);
    }

    Daily today(String account, Instant at) {
        Daily known = daily.get(account);
        return known != null && counts(known.day(), at) ? known : new Daily(day(at), 0, 0, 0);
    }

    long text(String account) {
        return textBytes.getOrDefault(account, 0L);
    }

    void add(String account, Daily more, Instant at) {
        daily.put(account, today(account, at).plus(more));
    }

    void addText(String account, long bytes) {
        textBytes.merge(account, bytes, Long::sum);
    }

    /** Refuses until midnight if that much is more than the limit. */
    static void require(long then, long limit, RefusalReason why, Instant at) {
        if (then > limit) {
            throw new RefusedWrite(new ChatWritten.Refused(why, (day(at) + 1) * MILLIS_PER_DAY - at.toEpochMilli()));
        }
    }

    /** Refuses if one of these strangers was invited too often today. */
    void requireStrangers(String conversation, String inviter, List<String> accounts, long perDay, Instant at) {
        for (String account : accounts) {
            require(ofGroup(conversation, account, at) + 1, PER_GROUP, RefusalReason.INVITED_TODAY, at);
            require(ofInviter(inviter, account, at) + 1, perDay, RefusalReason.INVITED_TODAY, at);
        }
    }

    /** Refuses if one of these acquaintances was added to the group too often today. */
    void requireAcquainted(String conversation, List<String> accounts, long perDay, Instant at) {
        accounts.forEach(
                account -> require(ofGroup(conversation, account, at) + 1, perDay, RefusalReason.INVITED_TODAY, at));
    }

    /** Counts an invitation or an addition. */
    void invited(String conversation, String inviter, String account, Instant at) {
        added.entrySet()
                .removeIf(entry -> entry.getKey().account().equals(account)
                        && !counts(entry.getValue().day(), at));
        added.merge(
                new Added(account, conversation, inviter),
                new Times(day(at), 1),
                (old, _) -> new Times(old.day(), old.times() + 1));
    }

    private long ofGroup(String conversation, String account, Instant at) {
        return added.entrySet().stream()
                .filter(entry -> counts(entry.getValue().day(), at))
                .filter(entry -> entry.getKey().account().equals(account)
                        && entry.getKey().conversation().equals(conversation))
                .mapToLong(entry -> entry.getValue().times())
                .sum();
    }

    private long ofInviter(String inviter, String account, Instant at) {
        return added.entrySet().stream()
                .filter(entry -> counts(entry.getValue().day(), at))
                .filter(entry -> entry.getKey().account().equals(account)
                        && entry.getKey().inviter().equals(inviter))
                .mapToLong(entry -> entry.getValue().times())
                .sum();
    }

    private static boolean counts(long stored, Instant at) {
        return stored == day(at) || stored == day(at) + 1;
    }
}
