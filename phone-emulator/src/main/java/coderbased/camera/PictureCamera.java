package coderbased.camera;

import coderbased.qr.picture.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A picture file. */
record PictureCamera(Path file) implements Camera {

    @Override
    public String name() {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    @Override
    public Shots open() throws CameraException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CameraException(CameraTrouble.NO_FILE);
        }
        try {
            return new StillShots(Frames.of(StillPicture.read(file)));
        } catch (IOException | RuntimeException e) {
            // some of Java's own image readers answer damaged files with runtime exceptions
            throw new CameraException(CameraTrouble.DAMAGED_PICTURE, e);
        }
    }

    /** An open picture file. */
    static final class StillShots implements Shots {

        private static final long PAUSE_MILLIS = 100;

        private @Nullable Frame picture;

        StillShots(Frame picture) {
            this.picture = picture;
        }

        @Override
        public @Nullable Frame next(SparePixels spare) throws InterruptedException {
            Frame only = picture;
            picture = null;
            if (only == null) {
                Thread.sleep(PAUSE_MILLIS);
            }
            return only;
        }

        @Override
        public boolean still() {
            return true;
        }

        @Override
        public void close() {
            picture = null;
        }
    }
}
