package coderbased.camera;

import coderbased.picture.JpegTables;
import coderbased.picture.PictureReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes untrusted pictures upright: no more pixels of them than the memory holds. */
final class StillPicture {

    /** Decoding takes longer than anybody waits beyond this. */
    private static final long MAX_PIXELS = 500_000_000;

    /** The picture and the search for codes in it share the memory. */
    private static final long BYTES_PER_PIXEL = 12;

    private static final long MAX_DECODED =
            Math.min(100_000_000, Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL);

    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final Set<String> AVIF = Set.of("avif", "avis");

    private StillPicture() {}

    /** Decodes a picture of a camera. */
    static BufferedImage read(byte[] bytes) throws IOException, CameraException {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(JpegTables.complete(bytes)))) {
            return decode(in);
        }
    }

    /**
     * Decodes a file, at a lower resolution if the picture is larger than the memory allows.
     *
     * @throws CameraException if it is of a kind that cannot be read, which has a sentence of its own
     */
    static BufferedImage read(Path file) throws IOException, CameraException {
        refuseUnreadableKinds(file);
        try (ImageInputStream in = JpegTables.open(file)) {
            return decode(in);
        }
    }

    private static BufferedImage decode(ImageInputStream in) throws IOException, CameraException {
        return PictureReader.decode(in, StillPicture::step)
                .orElseThrow(() -> new CameraException(CameraTrouble.NOT_A_PICTURE))
                .upright();
    }

    private static int step(int width, int height) throws CameraException {
        long pixels = (long) width * height;
        if (pixels > MAX_PIXELS) {
            throw new CameraException(CameraTrouble.PICTURE_TOO_LARGE);
        }
        return Math.max(1, (int) Math.ceil(Math.sqrt((double) pixels / MAX_DECODED)));
    }

    /** Names the kinds of phone pictures that Java does not read (ISO/IEC 14496-12 section 4.3, the major brand). */
    private static void refuseUnreadableKinds(Path file) throws IOException, CameraException {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
        }
        if (head.length() == 12 && head.startsWith("ftyp", 4)) {
            String brand = head.substring(8);
            if (HEIC.contains(brand)) {
                throw new CameraException(CameraTrouble.HEIC);
            }
            if (AVIF.contains(brand)) {
                throw new CameraException(CameraTrouble.AVIF);
            }
        }
    }
}
