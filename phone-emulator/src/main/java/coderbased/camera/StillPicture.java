package coderbased.camera;

import coderbased.picture.ArrayImageStream;
import coderbased.picture.JpegTables;
import coderbased.picture.PictureReader;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes untrusted pictures upright: no more pixels of them than the memory holds. */
final class StillPicture {

    /** Decoding takes longer than anybody waits beyond this. */
    private static final long MAX_PIXELS = 500_000_000;

    /** The picture and the search for codes in it share the memory. */
    private static final long BYTES_PER_PIXEL = 12;

    private static final long MAX_DECODED =
            Math.min(100_000_000, Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL);

    private static final int[] RGB = {0, 1, 2};

    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final Set<String> AVIF = Set.of("avif", "avis");

    private StillPicture() {}

    /** Decodes a picture of a camera, a JPEG into spare pixels. */
    static BufferedImage read(byte[] bytes, SparePixels spare) throws IOException, CameraException {
        try (ImageInputStream in = new ArrayImageStream(JpegTables.complete(bytes))) {
            return decode(in, spare);
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
            return decode(in, new SparePixels());
        }
    }

    private static BufferedImage decode(ImageInputStream in, SparePixels spare) throws IOException, CameraException {
        return PictureReader.decode(
                        in, StillPicture::step, (reader, width, height) -> destination(reader, width, height, spare))
                .orElseThrow(() -> new CameraException(CameraTrouble.NOT_A_PICTURE))
                .upright();
    }

    /** Returns a picture whose bands are in the order of the decoder, which then copies whole rows; null for none. */
    private static @Nullable BufferedImage destination(ImageReader reader, int width, int height, SparePixels spare)
            throws IOException {
        ColorModel colours = reader.getImageTypes(0).next().getColorModel();
        int bands = colours.getNumComponents();
        boolean isBytes = colours.getTransferType() == DataBuffer.TYPE_BYTE && colours instanceof ComponentColorModel;
        if (!reader.getFormatName().equals("JPEG") || !isBytes || bands > RGB.length) {
            return null;
        }
        int length = width * height * bands;
        DataBufferByte pixels = new DataBufferByte(spare.take(length), length);
        int[] order = Arrays.copyOf(RGB, bands);
        WritableRaster raster =
                Raster.createInterleavedRaster(pixels, width, height, width * bands, bands, order, null);
        return new BufferedImage(colours, raster, false, null);
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
