package coderbased.auth.linking;

import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest's state between its first code and its Web Auth Token. Immutable; the possible successors are in
 * {@link LinkTransitions}.
 *
 * <pre>{@code
 * stateDiagram-v2
 *     [*] --> Shown
 *     Shown --> Shown: code rotated
 *     Shown --> Scanned: claimed
 *     Shown --> Ended: codes ran out, cancelled, desktop left
 *     Scanned --> Scanned: right number, or approved before the number
 *     Scanned --> Approved: approved, and the number is right or not asked for
 *     Scanned --> Ended: wrong number, denied, cancelled, desktop left, time ran out, phone logged out
 *     Approved --> Delivered: token sent
 *     Approved --> Ended: limit reached, cancelled, desktop left, phone logged out
 *     Delivered --> [*]
 *     Ended --> [*]
 * }</pre>
 */
sealed interface LinkState {

    /**
     * The desktop shows a code and waits.
     *
     * @param number which code this is, from 1
     * @param codes the newest first, then the one before while its grace lasts
     * @param nextAt time at which the next code is due
     */
    record Shown(int number, List<ShownCode> codes, Instant nextAt) implements LinkState {

        ShownCode newest() {
            return codes.getFirst();
        }

        boolean accepts(Secret code, Instant at) {
            return codes.stream().anyMatch(shown -> shown.accepts(code, at));
        }
    }

    /**
     * A phone claimed the code; the person has yet to approve, or the number has yet to be typed, or both.
     *
     * @param numberMissing true if the check number must still be typed on the desktop
     * @param approved the granted rights and the name; null while the person has not answered
     * @param until end of the time for the approval
     */
    record Scanned(
            Claim claim, boolean numberMissing, @Nullable GrantedLink approved, Instant until) implements LinkState {}

    /** All is said; the web session is being stored, with what the person granted it. */
    record Approved(Claim claim, GrantedLink grant) implements LinkState {}

    /** The Web Auth Token went down the guest's socket. The session continues from there. */
    record Delivered(Claim claim) implements LinkState {}

    /** It came to nothing. {@code claim} is null where no phone had scanned. */
    record Ended(LinkEnd end, @Nullable Claim claim) implements LinkState {}

    /** Returns the claim; empty if there is none. */
    default @Nullable Claim heldBy() {
        return switch (this) {
            case Shown shown -> null;
            case Scanned scanned -> scanned.claim();
            case Approved approved -> approved.claim();
            case Delivered delivered -> delivered.claim();
            case Ended ended -> ended.claim();
        };
    }

    /**
     * Returns how far the link is, as its phone may know it.
     *
     * @throws IllegalStateException if no phone has claimed it
     */
    default LinkStatus status() {
        Claim claim = heldBy();
        if (claim == null) {
            throw new IllegalStateException("nobody has claimed this");
        }
        return switch (this) {
            case Shown _, Scanned _ -> claim.status(LinkStatus.Step.WAITING, null);
            case Approved _, Delivered _ -> claim.status(LinkStatus.Step.APPROVED, null);
            case Ended ended -> claim.status(LinkStatus.Step.ENDED, ended.end());
        };
    }

    /** True if nothing can follow. */
    default boolean isFinal() {
        return this instanceof Delivered || this instanceof Ended;
    }
}
