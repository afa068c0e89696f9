package coderbased.auth.linking;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a link attempt: from a state, by an event, to a state.
 *
 * @param event null for the first step, which shows the first code and changes no state
 */
record LinkStep(LinkState before, LinkState after, @Nullable LinkEvent event) {

    /** Returns the first step. */
    static LinkStep first(LinkState.Shown first) {
        return new LinkStep(first, first, null);
    }

    /** Returns the step that an event causes; empty if the event changes nothing in that state. */
    static Optional<LinkStep> by(LinkState before, LinkEvent event) {
        return LinkTransitions.next(before, event).map(after -> new LinkStep(before, after, event));
    }

    /** Returns the step that is made instead of this one if the desktop cannot be told of this one. */
    LinkStep desktopLeft() {
        return by(before, new LinkEvent.DesktopLeft()).orElse(this);
    }

    /** True if the attempt ends with this step. */
    boolean isEnd() {
        return before != after && after.isFinal();
    }
}
