package coderbased.auth.linking;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.Ids;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes a guest's codes and knows when time moves it on. All moments are of {@link coderbased.auth.session.SteadyTime}:
 * a clock that is set back does not keep a code good.
 *
 * <p>Hop 2 of the Guest Token's way.
 */
public final class CodeRotation {

    private static final int HALF_TYPED_CODE = 4;

    private final String serverId;
    private final String nodeId;
    private final LinkTimes times;
    private final AuthContext surroundings;

    public CodeRotation(String serverId, LinkSettings settings, AuthContext surroundings) {
        this.serverId = serverId;
        this.nodeId = settings.nodeId();
        this.times = settings.times();
        this.surroundings = surroundings;
    }

    /** Returns the first state of a guest. */
    LinkState.Shown first() {
        Instant now = surroundings.steady().now();
        Instant nextAt = now.plus(times.firstCode());
        return new LinkState.Shown(1, List.of(code(Ids.typed(surroundings), now, nextAt)), nextAt);
    }

    /** Returns the event that time causes for a guest now; empty if none is due. */
    Optional<LinkEvent> due(LinkState state, Instant now) {
        return switch (state) {
            case LinkState.Shown shown when now.isBefore(shown.nextAt()) -> Optional.empty();
            case LinkState.Shown shown when shown.number() < times.codes() -> Optional.of(rotation(shown, now));
            case LinkState.Shown shown -> Optional.of(new LinkEvent.CodesRanOut());
            case LinkState.Scanned scanned when now.isBefore(scanned.until()) -> Optional.empty();
            case LinkState.Scanned scanned -> Optional.of(new LinkEvent.TimeRanOut());
            case LinkState.Approved approved -> Optional.empty();
            case LinkState.Delivered delivered -> Optional.empty();
            case LinkState.Ended ended -> Optional.empty();
        };
    }

    /** The newest code, as the desktop is to show it. */
    GuestServerMessage.ShowCode message(LinkState.Shown shown) {
        ShownCode code = shown.newest();
        String typed = code.typed().value();
        return new GuestServerMessage.ShowCode(
                new Secret(QrText.write(serverId, code.token())),
                new Secret(typed.substring(0, HALF_TYPED_CODE) + "-" + typed.substring(HALF_TYPED_CODE)),
                shown.number(),
                times.codes(),
                millisUntil(shown.nextAt()));
    }

    /** From now, never below zero. */
    long millisUntil(Instant moment) {
        return Math.max(0, Duration.between(surroundings.steady().now(), moment).toMillis());
    }

    private LinkEvent rotation(LinkState.Shown shown, Instant now) {
        Instant nextAt = now.plus(times.nextCode());
        ShownCode before = shown.newest();
        boolean typedLongEnough = !now.isBefore(before.typedSince().plus(times.typedCode()));
        ShownCode next = typedLongEnough
                ? code(Ids.typed(surroundings), now, nextAt)
                : code(before.typed().value(), before.typedSince(), nextAt);
        return new LinkEvent.CodeRotated(next, nextAt);
    }

    private ShownCode code(String typed, Instant typedSince, Instant nextAt) {
        return new ShownCode(
                Ids.onNode(nodeId, surroundings), new Secret(typed), typedSince, nextAt.plus(times.grace()));
    }
}
