package coderbased.chat;

import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Division of lists into pages that fit into one frame of {@link Protocol#MAX_FRAME_BYTES}: a hundred long messages do
 * not fit.
 *
 * <p>A single message always fits, see {@link Protocol#MAX_TEXT_BYTES}. A single conversation of very many people may
 * not; it becomes a page of its own.
 */
final class Pages {

    private static final int FRAME_AROUND = 1_024;
    private static final int ROOM = Protocol.MAX_FRAME_BYTES - FRAME_AROUND;

    private Pages() {}

    /** Returns all of them, in order, in as many pages as necessary. */
    static <T> List<List<T>> inOrder(List<T> things) {
        List<List<T>> pages = new ArrayList<>();
        for (int from = 0; from < things.size(); ) {
            List<T> page = first(things.subList(from, things.size()));
            pages.add(page);
            from += page.size();
        }
        return pages;
    }

    /** Returns the first of them that fit into one page. */
    static <T> List<T> first(List<T> things) {
        return Collections.unmodifiableList(things.subList(0, fitting(things, ROOM)));
    }

    /** Returns the last of them that fit into one page, in the same order. */
    static <T> List<T> last(List<T> things) {
        return first(things.reversed()).reversed();
    }

    /** Returns as many as fit into one page, around the element at that index, which is included. */
    static <T> List<T> around(List<T> things, int middle) {
        int after = fitting(things.subList(middle, things.size()), ROOM / 2);
        List<T> upToThere = things.subList(0, middle + after);
        int all = fitting(upToThere.reversed(), ROOM);
        return Collections.unmodifiableList(
                upToThere.subList(upToThere.size() - Math.max(all, after), upToThere.size()));
    }

    private static int fitting(List<?> things, int room) {
        int count = 0;
        int bytes = 0;
        for (Object thing : things) {
            bytes += bytes(thing);
            if (count > 0 && (bytes > room || count == Protocol.BATCH_SIZE)) {
                break;
            }
            count++;
        }
        return count;
    }

    private static int bytes(Object thing) {
        return Wire.write(thing).getBytes(StandardCharsets.UTF_8).length + 1;
    }
}
