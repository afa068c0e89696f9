package coderbased.camera;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Pixel arrays of frames that nobody looks at any more, for the frames to come: a stream of pictures needs a few
 * arrays, not one for each picture. Thread-safe.
 */
final class SparePixels {

    private static final int MAX_ARRAYS = 3;

    private final Deque<byte[]> arrays = new ArrayDeque<>();

    /** Returns an array of exactly this length, filled with anything. Spare arrays of another length are dropped. */
    synchronized byte[] take(int length) {
        arrays.removeIf(array -> array.length != length);
        byte[] spare = arrays.poll();
        return spare == null ? new byte[length] : spare;
    }

    /** Keeps an array that nobody reads or writes any more. */
    @SuppressWarnings("ReferenceEquality") // this very array, not one with the same pixels
    synchronized void give(byte[] array) {
        if (arrays.size() < MAX_ARRAYS && arrays.stream().noneMatch(kept -> kept == array)) {
            arrays.add(array);
        }
    }
}
