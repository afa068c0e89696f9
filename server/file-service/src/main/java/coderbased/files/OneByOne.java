package coderbased.files;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Locks that serialise the calls about one upload on this node, and hardly any others. */
final class OneByOne {

    private static final int STRIPES = 64;

    private final List<Lock> locks =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(STRIPES).toList();

    /** Returns the lock of the upload with that id. */
    Lock of(String uploadId) {
        return locks.get(Math.floorMod(uploadId.hashCode(), STRIPES));
    }
}
