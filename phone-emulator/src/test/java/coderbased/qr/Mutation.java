package coderbased.qr;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import java.util.Random;

/** A way to spoil a frame in place. */
enum Mutation {
    /** Single pixels take any value. */
    SPECKLE {
        @Override
        void spoil(Frame frame, Random random) {
            int count = random.nextInt(frame.pixels().length / 2);
            for (int i = 0; i < count; i++) {
                frame.pixels()[random.nextInt(frame.pixels().length)] = (byte) random.nextInt();
            }
        }
    },
    /** Rectangles are painted over. */
    PATCHES {
        @Override
        void spoil(Frame frame, Random random) {
            for (int i = random.nextInt(25); i >= 0; i--) {
                paint(frame, random, 4 + random.nextInt(24), (byte) random.nextInt());
            }
        }
    },
    /** Rectangles move elsewhere. */
    SHUFFLE {
        @Override
        void spoil(Frame frame, Random random) {
            for (int i = random.nextInt(25); i >= 0; i--) {
                int rows = 3 + random.nextInt(20);
                int length = rows * frame.width();
                int from = random.nextInt(frame.pixels().length - length);
                int to = random.nextInt(frame.pixels().length - length);
                System.arraycopy(frame.pixels(), from, frame.pixels(), to, Math.min(length, 5 + random.nextInt(400)));
            }
        }
    },
    /** Small squares turn into their negative: modules that lie. */
    FLIPS {
        @Override
        void spoil(Frame frame, Random random) {
            for (int i = random.nextInt(120); i >= 0; i--) {
                int side = 2 + random.nextInt(5);
                int left = random.nextInt(frame.width() - side);
                int top = random.nextInt(frame.height() - side);
                for (int y = top; y < top + side; y++) {
                    for (int x = left; x < left + side; x++) {
                        frame.pixels()[y * frame.width() + x] ^= (byte) 0xff;
                    }
                }
            }
        }
    },
    /** Rows are torn sideways. */
    TEARS {
        @Override
        void spoil(Frame frame, Random random) {
            for (int y = random.nextInt(frame.height()); y < frame.height() - 1; y += 1 + random.nextInt(20)) {
                int shift = random.nextInt(6);
                System.arraycopy(
                        frame.pixels(), y * frame.width(), frame.pixels(), y * frame.width() + shift, frame.width());
            }
        }
    };

    abstract void spoil(Frame frame, Random random);

    /** Returns a frame full of dark and light squares of one size. */
    static Frame modules(int side, int width, int height, Random random) {
        byte[] pixels = new byte[width * height];
        int columns = width / side + 1;
        boolean[] dark = new boolean[columns * (height / side + 1)];
        for (int i = 0; i < dark.length; i++) {
            dark[i] = random.nextBoolean();
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) (dark[y / side * columns + x / side] ? 20 : 230);
            }
        }
        return Frame.packed(pixels, width, height, PixelFormat.GRAY8);
    }

    private static void paint(Frame frame, Random random, int side, byte value) {
        int left = random.nextInt(frame.width() - side);
        int top = random.nextInt(frame.height() - side);
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                frame.pixels()[y * frame.width() + x] = value;
            }
        }
    }
}
