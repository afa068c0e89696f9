package coderbased.auth.linking;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The check number of a link, if it needs one: two digits on the phone that must be typed on the desktop. An attacker
 * who talks a person into scanning a code from far away does not see them.
 */
public final class CheckNumber {

    private static final int SMALLEST = 10;
    private static final int END = 100;

    private final LinkCheck policy;
    private final RandomGenerator random;

    public CheckNumber(LinkCheck policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    /** The number to ask for; empty for none. A typed code has few bits, so it always comes with one. */
    Optional<String> draw(boolean typed, boolean sameNetwork) {
        boolean needed = switch (policy) {
            case ALWAYS -> true;
            case NEVER -> typed;
            case ADAPTIVE -> typed || !sameNetwork;
        };
        return needed ? Optional.of(Integer.toString(random.nextInt(SMALLEST, END))) : Optional.empty();
    }
}
