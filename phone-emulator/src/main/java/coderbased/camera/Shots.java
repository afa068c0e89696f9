package coderbased.camera;

import coderbased.qr.picture.Frame;
import org.jspecify.annotations.Nullable;

/** An open camera. Used by one thread; {@link #close} may come from another, and ends a {@link #next} that waits. */
public interface Shots extends AutoCloseable {

    /**
     * Returns the next picture. Waits for it a tenth of a second or so, at most.
     *
     * @param spare pixels for it; a frame's own array becomes one of them when nobody looks at the frame any more
     * @return null if there is none newer than the last one
     * @throws CameraException when there will be no more
     */
    @Nullable
    Frame next(SparePixels spare) throws CameraException, InterruptedException;

    /** True if this is a single picture: it is searched thoroughly, and no other one is expected. */
    default boolean still() {
        return false;
    }

    /** Gives the camera back. Never throws. */
    @Override
    void close();
}
