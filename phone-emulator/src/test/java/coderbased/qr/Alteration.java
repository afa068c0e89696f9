package coderbased.qr;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import coderbased.qr.synthetic.Faults;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/**
 * A harmless change to a photograph, after which people still see the same code in it. A reader that was fitted to
 * single pictures loses them here; one that understands pictures keeps nearly all.
 */
public enum Alteration {
    TURNED_90("turned by 90 degrees") {
        @Override
        BufferedImage of(BufferedImage picture) {
            return turned(picture, 90);
        }
    },
    TURNED_17("turned by 17 degrees") {
        @Override
        BufferedImage of(BufferedImage picture) {
            return turned(picture, 17);
        }
    },
    MIRRORED("mirrored") {
        @Override
        BufferedImage of(BufferedImage picture) {
            int width = picture.getWidth();
            return drawn(picture, new AffineTransform(-1, 0, 0, 1, width, 0), width, picture.getHeight());
        }
    },
    SMALLER("at 80 % of its size") {
        @Override
        BufferedImage of(BufferedImage picture) {
            return scaled(picture, 0.8);
        }
    },
    LARGER("at 130 % of its size") {
        @Override
        BufferedImage of(BufferedImage picture) {
            return scaled(picture, 1.3);
        }
    },
    DARKER("half as bright") {
        @Override
        BufferedImage of(BufferedImage picture) {
            return toned(picture, value -> value / 2);
        }
    },
    BRIGHTER("gamma 0.6") {
        @Override
        BufferedImage of(BufferedImage picture) {
            return toned(picture, value -> (int) Math.round(255 * Math.pow(value / 255.0, 0.6)));
        }
    },
    PALER("half the contrast") {
        @Override
        BufferedImage of(BufferedImage picture) {
            return toned(picture, value -> 64 + value / 2);
        }
    },
    SOFTER("blurred, 3 x 3") {
        @Override
        BufferedImage of(BufferedImage picture) {
            float[] ninths = new float[9];
            Arrays.fill(ninths, 1 / 9f);
            return new ConvolveOp(new Kernel(3, 3, ninths), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
        }
    },
    NOISIER("noise of 8 grey levels") {
        @Override
        BufferedImage of(BufferedImage picture) {
            Random random = new Random(1);
            return toned(picture, value -> (int) Math.round(value + 8 * random.nextGaussian()));
        }
    },
    JPEG_40("JPEG again, quality 40") {
        @Override
        BufferedImage of(BufferedImage picture) {
            int width = picture.getWidth();
            int height = picture.getHeight();
            return grey(Faults.compressed(pixels(picture), width, height, 40), width, height);
        }
    };

    private final String words;

    Alteration(String words) {
        this.words = words;
    }

    /** Returns the name of the alteration. */
    public String words() {
        return words;
    }

    abstract BufferedImage of(BufferedImage picture);

    /** Returns the same photograph, given as a grey frame without padding, changed. */
    public Frame of(Frame frame) {
        BufferedImage changed = of(grey(frame.pixels(), frame.width(), frame.height()));
        return Frame.packed(pixels(changed), changed.getWidth(), changed.getHeight(), PixelFormat.GRAY8);
    }

    private static BufferedImage grey(byte[] pixels, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, width, height, pixels);
        return picture;
    }

    private static byte[] pixels(BufferedImage picture) {
        return (byte[]) picture.getRaster().getDataElements(0, 0, picture.getWidth(), picture.getHeight(), null);
    }

    private static BufferedImage turned(BufferedImage picture, double degrees) {
        double angle = Math.toRadians(degrees);
        double cosine = Math.abs(Math.cos(angle));
        double sine = Math.abs(Math.sin(angle));
        int width = (int) Math.ceil(picture.getWidth() * cosine + picture.getHeight() * sine - 1e-6);
        int height = (int) Math.ceil(picture.getWidth() * sine + picture.getHeight() * cosine - 1e-6);
        AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.rotate(angle);
        turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        return drawn(picture, turn, width, height);
    }

    private static BufferedImage scaled(BufferedImage picture, double scale) {
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        return drawn(picture, AffineTransform.getScaleInstance(scale, scale), width, height);
    }

    /** Returns the picture on white, as the pictures' own transparent parts are. */
    private static BufferedImage drawn(BufferedImage picture, AffineTransform how, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, how, null);
        pen.dispose();
        return drawn;
    }

    private static BufferedImage toned(BufferedImage picture, IntUnaryOperator tone) {
        byte[] from = pixels(picture);
        byte[] to = new byte[from.length];
        for (int i = 0; i < from.length; i++) {
            to[i] = (byte) Math.max(0, Math.min(255, tone.applyAsInt(from[i] & 0xff)));
        }
        return grey(to, picture.getWidth(), picture.getHeight());
    }
}
