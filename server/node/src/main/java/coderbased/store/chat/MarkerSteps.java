package coderbased.store.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The newest steps of a member's markers, as the column {@code members.marker_steps} holds them: newest first, each
 * with both markers before and after it and its time. The column has {@link #MAX_CHARS}, which are about 35 steps;
 * older ones are cut off.
 */
final class MarkerSteps {

    /** The length of the column, and so what a step costs to write. */
    static final int MAX_CHARS = 640;

    private static final int RADIX = 36;
    private static final String NUMBER = "([0-9a-z]{1,12})";
    private static final Pattern STEP =
            Pattern.compile(String.join("[.]", NUMBER, NUMBER, NUMBER, NUMBER, NUMBER) + ";");

    private final List<Step> steps = new ArrayList<>();

    /** A step; a marker that it did not move is the same before and after. */
    private record Step(long deliveredBefore, long delivered, long readBefore, long read, Instant at) {}

    /** @param column as it is stored; null for none */
    MarkerSteps(@Nullable String column) {
        STEP.matcher(column == null ? "" : column)
                .results()
                .map(MarkerSteps::step)
                .forEach(steps::add);
    }

    /** Returns the characters to put before the others. */
    static String of(MemberRecord before, long delivered, long read, Instant at) {
        return String.join(
                        ".",
                        Long.toString(before.delivered(), RADIX),
                        Long.toString(delivered, RADIX),
                        Long.toString(before.read(), RADIX),
                        Long.toString(read, RADIX),
                        Long.toString(at.toEpochMilli(), RADIX))
                + ";";
    }

    /** Returns the time at which a message was delivered; null if it is not known. */
    @Nullable
    Instant deliveredAt(long seq) {
        return steps.stream()
                .filter(step -> step.deliveredBefore() < seq && seq <= step.delivered())
                .map(Step::at)
                .findFirst()
                .orElse(null);
    }

    /** Returns the time at which a message was read; null if it is not known. */
    @Nullable
    Instant readAt(long seq) {
        return steps.stream()
                .filter(step -> step.readBefore() < seq && seq <= step.read())
                .map(Step::at)
                .findFirst()
                .orElse(null);
    }

    private static Step step(MatchResult found) {
        return new Step(
                number(found, 1),
                number(found, 2),
                number(found, 3),
                number(found, 4),
                Instant.ofEpochMilli(number(found, 5)));
    }

    private static long number(MatchResult found, int group) {
        return Long.parseLong(found.group(group), RADIX);
    }
}
