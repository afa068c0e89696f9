package coderbased.qr.synthetic;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** The faults that a camera adds to a picture, in their real order: from the scene through the lens to the file. */
public final class Faults {

    /** Normal deviates, made once: drawing them again for each pixel would take longer than all else. */
    private static final float[] NOISE = new float[1 << 16];

    static {
        Random random = new Random(1);
        for (int i = 0; i < NOISE.length; i++) {
            NOISE[i] = (float) random.nextGaussian();
        }
    }

    private double defocus = 0.6;
    private double motion;
    private double motionAngle;
    private double noise = 3;
    private double exposure = 1;
    private double veil;
    private double glare;
    private double moire;
    private double cover;
    private int jpeg = 100;

    /** Sets the standard deviation of the lens blur, in pixels. */
    public Faults defocus(double pixels) {
        defocus = pixels;
        return this;
    }

    /** Sets the distance the code moves while the shutter is open, in pixels, and the direction in degrees. */
    public Faults motion(double pixels, double angle) {
        motion = pixels;
        motionAngle = angle;
        return this;
    }

    /** Sets the standard deviation of the sensor's noise, in grey levels. */
    public Faults noise(double levels) {
        noise = levels;
        return this;
    }

    /** Sets the share of the light that arrives; the noise stays. */
    public Faults exposure(double share) {
        exposure = share;
        return this;
    }

    /** Sets the share of the contrast that stray light takes away. */
    public Faults veil(double share) {
        veil = share;
        return this;
    }

    /** Radius of a reflection near the code's middle, as a share of the code's side. */
    public Faults glare(double share) {
        glare = share;
        return this;
    }

    /** Sets the amplitude of the moire pattern of screen and camera pixels, as a share of the brightness. */
    public Faults moire(double share) {
        moire = share;
        return this;
    }

    /** Sets the share of the code's area that something grey covers. */
    public Faults cover(double share) {
        cover = share;
        return this;
    }

    /** Sets the JPEG quality, 1 to 100; 100 leaves the picture unchanged. */
    public Faults jpeg(int quality) {
        jpeg = quality;
        return this;
    }

    byte[] apply(float[] light, int width, int height, double code, Random random) {
        if (cover > 0) {
            hide(light, width, height, code, random);
        }
        if (moire > 0) {
            ripple(light, width, height, random);
        }
        float[] seen = motion > 0 ? drag(light, width, height) : light;
        seen = defocus > 0 ? Blur.gauss(seen, width, height, defocus) : seen;
        double spotX = width / 2.0 + code * (random.nextDouble() - 0.5) * 0.6;
        double spotY = height / 2.0 + code * (random.nextDouble() - 0.5) * 0.6;
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int grain = random.nextInt(NOISE.length);
            for (int x = 0; x < width; x++) {
                double value = seen[y * width + x] * (1 - veil) + veil * 200;
                if (glare > 0) {
                    double off = Math.hypot(x - spotX, y - spotY) / (glare * code);
                    value += 320 * Math.exp(-off * off);
                }
                value = value * exposure + noise * NOISE[(grain + x) & (NOISE.length - 1)];
                grey[y * width + x] = (byte) Math.max(0, Math.min(255, Math.round(value)));
            }
        }
        return jpeg < 100 ? compressed(grey, width, height, jpeg) : grey;
    }

    private void hide(float[] light, int width, int height, double code, Random random) {
        double side = code * Math.sqrt(cover);
        int left = (int) (width / 2.0 + (random.nextDouble() - 0.5) * (code * 0.4) - side / 2);
        int top = (int) (height / 2.0 + (random.nextDouble() - 0.5) * (code * 0.4) - side / 2);
        for (int y = Math.max(0, top); y < Math.min(height, top + side); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + side); x++) {
                light[y * width + x] = 120;
            }
        }
    }

    private void ripple(float[] light, int width, int height, Random random) {
        double angle = random.nextDouble() * Math.PI;
        double period = 3 + 9 * random.nextDouble();
        double across = Math.cos(angle) * 2 * Math.PI / period;
        double down = Math.sin(angle) * 2 * Math.PI / period;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                light[y * width + x] *= (float) (1 + moire * Math.sin(x * across + y * down));
            }
        }
    }

    private float[] drag(float[] light, int width, int height) {
        float[] dragged = new float[light.length];
        int steps = (int) Math.ceil(motion) + 1;
        double dx = Math.cos(Math.toRadians(motionAngle)) * motion / steps;
        double dy = Math.sin(Math.toRadians(motionAngle)) * motion / steps;
        for (int step = 0; step < steps; step++) {
            int moveX = (int) Math.round(dx * (step - steps / 2.0));
            int moveY = (int) Math.round(dy * (step - steps / 2.0));
            for (int y = 0; y < height; y++) {
                int fromY = Math.max(0, Math.min(height - 1, y + moveY));
                for (int x = 0; x < width; x++) {
                    int fromX = Math.max(0, Math.min(width - 1, x + moveX));
                    dragged[y * width + x] += light[fromY * width + fromX] / steps;
                }
            }
        }
        return dragged;
    }

    /** Returns a grey picture after JPEG compression with a quality of 1 to 100. */
    public static byte[] compressed(byte[] grey, int width, int height, int quality) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, grey);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var bytes = new ByteArrayOutputStream();
                var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
            out.flush();
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
            return (byte[]) read.getRaster().getDataElements(0, 0, width, height, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
