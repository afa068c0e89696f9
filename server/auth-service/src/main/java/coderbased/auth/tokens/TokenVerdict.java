package coderbased.auth.tokens;

import java.util.Optional;

/** The result of {@link TokenSigner} for a text that claims to be a token. */
public sealed interface TokenVerdict {

    /** Ours, and in time. */
    record Good(TokenClaims who) implements TokenVerdict {}

    /** Ours, but its time is over. Says who it was, so that the true reason can be told. */
    record Expired(TokenClaims who) implements TokenVerdict {}

    /** Not ours, damaged, or a trick. */
    record Bad() implements TokenVerdict {}

    /** Returns its claims; empty if it is not ours. */
    default Optional<TokenClaims> claims() {
        return switch (this) {
            case Good good -> Optional.of(good.who());
            case Expired expired -> Optional.of(expired.who());
            case Bad bad -> Optional.empty();
        };
    }
}
