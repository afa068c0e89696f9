package coderbased.fx.compose;

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

    /** Whether this came from elsewhere and was not told before. What was typed here comes back once, in order or not at all. */
    boolean fromElsewhere(String fresh) {
        if (fresh.equals(seen)) {
            return false;
        }
        seen = fresh;
        if (!own.contains(fresh)) {
            return true;
        }
        while (!own.removeFirst().equals(fresh)) {
            // What was typed before it and came back in no picture of its own will not come any more.
        }
        return false;
    }
}
