package coderbased.camera;

import java.time.Duration;

/** A source of pictures that can be opened: the port that the four sources share. */
public interface Camera {

    /** Returns the name to show. */
    String name();

    /**
     * Opens it. Looks for the device again each time, so that one that was unplugged can come back. May block for as
     * long as its driver does: never call it on a thread that something waits for.
     *
     * @throws CameraException where there is nothing to open
     */
    Shots open() throws CameraException, InterruptedException;

    /** Returns the time limit from opening to the first picture. */
    default Duration firstPicture(Duration usual) {
        return usual;
    }

    /** Returns the reason to give where no first picture comes within the limit. */
    default CameraTrouble silence() {
        return CameraTrouble.BUSY;
    }
}
