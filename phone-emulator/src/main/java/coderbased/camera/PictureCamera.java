package coderbased.camera;

import coderbased.qr.Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A picture file. */
record PictureCamera(Path file) implements Camera {

    /** A picture larger than this is not opened: it would fill the memory, and no code needs it. */
    private static final long MAX_PIXELS = 100_000_000;

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
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null) {
                throw new CameraException(CameraTrouble.NO_FILE);
            }
            return new StillShots(Frames.of(decode(in)));
        } catch (IOException | RuntimeException e) {
            // some of Java's own image readers answer damaged files with runtime exceptions
            throw new CameraException(CameraTrouble.NOT_A_PICTURE, e);
        }
    }

    private static BufferedImage decode(ImageInputStream in) throws CameraException, IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new CameraException(CameraTrouble.NOT_A_PICTURE);
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
                throw new CameraException(CameraTrouble.NOT_A_PICTURE);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
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
        public @Nullable Frame next() throws InterruptedException {
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
