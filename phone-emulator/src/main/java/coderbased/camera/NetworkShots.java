package coderbased.camera;

import coderbased.qr.picture.Frame;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An open network camera: a stream of pictures that replace each other ({@link MultipartStream}), or a picture per
 * request.
 *
 * <p>A body that ends after its only picture is a single picture; the next one is then asked for, ten times a second
 * at most. A stream that falls silent is noticed by the pipeline, which interrupts the thread.
 */
final class NetworkShots implements Shots {

    /** From one request for a single picture to the next. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private static final int MAX_UNREADABLE = 10;

    private final CameraHttp http;

    /** Null between two single pictures. */
    private @Nullable MultipartStream stream;

    private boolean isPicture;
    private int pictures;
    private int unreadable;
    private long asked;

    private NetworkShots(CameraHttp http) {
        this.http = http;
    }

    /**
     * Asks the camera for its pictures.
     *
     * @throws CameraException if nobody answers, or without pictures
     */
    static NetworkShots open(CameraHttp http) throws CameraException, InterruptedException {
        NetworkShots shots = new NetworkShots(http);
        try {
            shots.ask();
            return shots;
        } catch (CameraException | InterruptedException | RuntimeException e) {
            http.close();
            throw e;
        }
    }

    @Override
    public @Nullable Frame next(SparePixels spare) throws CameraException, InterruptedException {
        try {
            if (stream == null) {
                ask();
            }
            byte[] bytes = picture();
            return bytes == null ? null : frame(bytes, spare);
        } catch (IOException e) {
            throw new CameraException(CameraTrouble.LOST, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private void ask() throws CameraException, InterruptedException {
        long wait = asked == 0 ? 0 : asked + POLL_INTERVAL.toNanos() - System.nanoTime();
        Thread.sleep(Duration.ofNanos(Math.max(0, wait)));
        asked = System.nanoTime();
        pictures = 0;
        HttpResponse<InputStream> answer = http.get();
        String header = answer.headers().firstValue("Content-Type").orElse("");
        String type = header.toLowerCase(Locale.ROOT).strip();
        MultipartStream parts = new MultipartStream(answer.body(), header);
        isPicture = type.startsWith("image/");
        stream = parts;
        if (type.startsWith("video/") || type.startsWith("audio/")) {
            throw new CameraException(CameraTrouble.SENDS_VIDEO);
        }
        if (!isPicture && !type.startsWith("multipart/") && !looksLikePictures(parts)) {
            throw new CameraException(CameraTrouble.NO_PICTURES);
        }
    }

    private static boolean looksLikePictures(MultipartStream parts) throws CameraException {
        try {
            return parts.looksLikePictures();
        } catch (IOException e) {
            throw new CameraException(CameraTrouble.NO_ANSWER, e);
        }
    }

    /** Returns the next picture; null where the body ended after its only one. */
    private byte @Nullable [] picture() throws IOException, CameraException {
        MultipartStream parts = java.util.Objects.requireNonNull(stream);
        try {
            byte[] bytes = isPicture && pictures == 0 && !parts.looksLikePictures() ? whole(parts) : parts.next();
            pictures++;
            return bytes;
        } catch (EOFException e) {
            if (pictures == 0) {
                throw new CameraException(CameraTrouble.NO_PICTURES, e);
            }
            if (pictures > 1) {
                throw e;
            }
            stream = null;
            return null;
        }
    }

    private static byte[] whole(MultipartStream parts) throws IOException {
        byte[] bytes = parts.rest();
        if (bytes.length == 0) {
            throw new EOFException();
        }
        return bytes;
    }

    /** Returns the picture as a frame; null if it is damaged, as some are on the air. */
    private @Nullable Frame frame(byte[] bytes, SparePixels spare) throws CameraException {
        try {
            BufferedImage image = StillPicture.read(bytes, spare);
            unreadable = 0;
            return Frames.of(image);
        } catch (IOException | CameraException | RuntimeException e) {
            if (++unreadable >= MAX_UNREADABLE) {
                throw new CameraException(CameraTrouble.UNKNOWN_PICTURES, e);
            }
            return null;
        }
    }
}
