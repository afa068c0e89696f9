package coderbased.fx.compose;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells a draft that another device changed from the echo of the user's own typing.
 *
 * <p>States of the chat arrive a little later than keys: otherwise a late one would undo the last letters.
 */
final class Draft {

    private static final int MAX_REMEMBERED = 64;

    private final Deque<String> own = new ArrayDeque<>();
    private String seen;

    /** @param first the draft when the conversation was opened */
    Draft(String first) {
        seen = first;
    }

    /** Records a text that was typed here. */
    void typed(String text) {
        own.addLast(text);
        if (own.size() > MAX_REMEMBERED) {
            own.removeFirst();
        }
    }

    /** True if the draft comes from another device and is new. A text typed here comes back at most once, in order. */
    boolean fromElsewhere(String fresh) {
        if (fresh.equals(seen)) {
            return false;
        }
        seen = fresh;
        if (!own.contains(fresh)) {
            return true;
        }
        while (!own.removeFirst().equals(fresh)) {
            // A text typed before it that has not come back by now will not come back.
        }
        return false;
    }
}
