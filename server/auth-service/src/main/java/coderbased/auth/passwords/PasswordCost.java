package coderbased.auth.passwords;

/**
 * The cost of a password's hash: two of the settings of Argon2id that the OWASP Password Storage Cheat Sheet counts as
 * equally strong. A small heap takes the one with less memory and more rounds. A hash carries its own setting, so that
 * both check it.
 *
 * @param kib memory for each hash that is computed; the library keeps as much once more
 * @param iterations rounds over that memory
 * @param threads maximum number of hashes that are computed at a time
 * @param perSecond maximum number of hashes that begin in a second; the memory of more would keep a small heap
 *     collecting garbage and nothing else
 * @param queue maximum number of hashes that wait
 */
public record PasswordCost(int kib, int iterations, int threads, int perSecond, int queue) {

    private static final long SMALL_HEAP = 256L << 20;

    /** Returns the cost that the heap of this program bears. */
    public static PasswordCost ofThisHeap() {
        return of(Runtime.getRuntime().maxMemory());
    }

    /** Returns the cost that a heap of that many bytes bears. */
    static PasswordCost of(long heap) {
        return heap < SMALL_HEAP ? new PasswordCost(7 * 1024, 5, 1, 4, 8) : new PasswordCost(19 * 1024, 2, 2, 100, 64);
    }
}
