package coderbased.files;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Locks, so that what concerns the same bytes happens one after the other, and hardly anything else does. */
final class OneByOne {

    private static final int STRIPES = 64;

    private final List<Lock> locks =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(STRIPES).toList();

    /** The lock of the bytes with that hash. */
    Lock of(String sha256) {
        return locks.get(Math.floorMod(sha256.hashCode(), STRIPES));
    }
}
