package coderbased.herd;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** A time that passes from one thing that happens to the next, and nothing takes any. */
final class VirtualTime extends Clock {

    /** The turnstile's clock may begin anywhere. */
    private static final long BEGINNING = -5_000_000_000L;

    private static final long MILLI = 1_000_000;

    private record Event(long at, long number, Runnable what) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int earlier = Long.compare(at, other.at);
            return earlier == 0 ? Long.compare(number, other.number) : earlier;
        }
    }

    /** Millisecond by millisecond, for millions wait at the same time. */
    private final NavigableMap<Long, PriorityQueue<Event>> events = new TreeMap<>();

    private long now = BEGINNING;
    private long numbers;

    /** Nanoseconds of a clock that only goes forward. */
    long nanos() {
        return now;
    }

    /** Since the beginning. */
    Duration passed() {
        return Duration.ofNanos(now - BEGINNING);
    }

    void after(Duration time, Runnable what) {
        afterNanos(time.toNanos(), what);
    }

    void afterNanos(long nanos, Runnable what) {
        long at = now + nanos;
        events.computeIfAbsent(Math.floorDiv(at, MILLI), _ -> new PriorityQueue<>())
                .add(new Event(at, numbers++, what));
    }

    /** Lets the next thing happen; false where nothing does any more. */
    boolean next() {
        Map.Entry<Long, PriorityQueue<Event>> soon = events.firstEntry();
        if (soon == null) {
            return false;
        }
        Event event = soon.getValue().remove();
        if (soon.getValue().isEmpty()) {
            events.remove(soon.getKey());
        }
        now = event.at();
        event.what().run();
        return true;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(now - BEGINNING);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
