package coderbased.auth.linking;

import coderbased.protocol.GuestServerMessage;
import java.util.Optional;

/**
 * The messages that tell a waiting desktop of a step.
 *
 * <p>Hop 3 of the Guest Token's way.
 */
final class LinkMessages {

    private final CodeRotation codes;

    LinkMessages(CodeRotation codes) {
        this.codes = codes;
    }

    /** Returns the message about a step; empty if the desktop sees no difference. */
    Optional<GuestServerMessage> of(LinkStep step) {
        return switch (step.after()) {
            case LinkState.Shown shown -> Optional.of(codes.message(shown));
            case LinkState.Scanned scanned when scanned.approved() != null -> Optional.empty();
            case LinkState.Scanned scanned ->
                Optional.of(new GuestServerMessage.Scanned(
                        scanned.claim().by().name(), scanned.numberMissing(), codes.millisUntil(scanned.until())));
            case LinkState.Approved _ -> Optional.empty();
            case LinkState.Delivered _ ->
                step.event() instanceof LinkEvent.TokenMinted minted ? Optional.of(minted.message()) : Optional.empty();
            case LinkState.Ended ended -> Optional.of(new GuestServerMessage.Ended(ended.end()));
        };
    }
}
