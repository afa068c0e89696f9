package coderbased.fx;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells a draft that another device of the account changed from the echo of what was typed here.
 *
 * <p>Pictures of the chat arrive a little later than keys: without this, a slow one would take back the last letters.
 */
final class Draft {

    private static final int REMEMBERED = 64;

    private final Deque<String> own = new ArrayDeque<>();
    private String seen;

    /** @param first what was there when the conversation was opened */
    Draft(String first) {
        seen = first;
    }

    /** This was typed here. */
    void typed(String text) {
        own.addLast(text);
        if (own.size() > REMEMBERED) {
            own.removeFirst();
        }
    }

    /** Whether this came from elsewhere and was not told before. */
    boolean fromElsewhere(String fresh) {
        boolean changed = !fresh.equals(seen);
        seen = fresh;
        return changed && !own.contains(fresh);
    }
}
