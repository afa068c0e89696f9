package coderbased.qr.synthetic;

import com.google.zxing.qrcode.encoder.ByteMatrix;

/**
 * The drawing style of a code, as designers vary it.
 *
 * @param logo diameter of the picture in the middle, as a share of the code's side; 0 for none
 */
public record CodeStyle(Modules modules, Finders finders, double logo) {

    /** As the standard draws it. */
    public static final CodeStyle PLAIN = new CodeStyle(Modules.SQUARES, Finders.SQUARE, 0);

    /** Each dark module a dot; the finder patterns are squares. */
    public static final CodeStyle DOTS = new CodeStyle(Modules.DOTS, Finders.SQUARE, 0);

    /** Dots, and finder patterns that are circles in circles. */
    public static final CodeStyle ROUND = new CodeStyle(Modules.DOTS, Finders.CIRCLE, 0);

    /** Returns the same style with a picture in the middle. */
    public CodeStyle withLogo(double share) {
        return new CodeStyle(modules, finders, share);
    }

    /** The shape of a dark module outside the finder patterns. */
    public enum Modules {
        SQUARES,
        /** Squares that do not touch. */
        GAPS,
        /** Dots that do not touch. */
        DOTS,
        SMALL_DOTS,
        DIAMONDS,
        /** Rounded where no neighbour is dark, filled where two meet. */
        LIQUID,
        /** Rounded bars with gaps between the columns. */
        BARS;

        boolean isInk(ByteMatrix code, double u, double v) {
            int column = (int) u;
            int row = (int) v;
            double du = u - column - 0.5;
            double dv = v - row - 0.5;
            boolean isDark = code.get(column, row) == 1;
            return switch (this) {
                case SQUARES -> isDark;
                case GAPS -> isDark && Math.max(Math.abs(du), Math.abs(dv)) < 0.38;
                case DOTS -> isDark && Math.hypot(du, dv) < 0.42;
                case SMALL_DOTS -> isDark && Math.hypot(du, dv) < 0.33;
                case DIAMONDS -> isDark && Math.abs(du) + Math.abs(dv) < 0.58;
                case LIQUID -> isLiquid(code, column, row, du, dv);
                case BARS ->
                    isDark
                            && Math.abs(du) < 0.4
                            && (isDark(code, column, row + (dv < 0 ? -1 : 1))
                                    || Math.abs(dv) < 0.1
                                    || Math.hypot(du, Math.abs(dv) - 0.1) < 0.4);
            };
        }

        private static boolean isLiquid(ByteMatrix code, int column, int row, double du, double dv) {
            int beside = column + (du < 0 ? -1 : 1);
            int below = row + (dv < 0 ? -1 : 1);
            boolean isRound = Math.hypot(du, dv) > 0.5;
            if (isDark(code, column, row)) {
                return !isRound || isDark(code, beside, row) || isDark(code, column, below);
            }
            return isRound && isDark(code, beside, row) && isDark(code, column, below) && isDark(code, beside, below);
        }

        private static boolean isDark(ByteMatrix code, int column, int row) {
            boolean isInside = column >= 0 && row >= 0 && column < code.getWidth() && row < code.getHeight();
            return isInside && code.get(column, row) == 1;
        }
    }

    /** The shape of the finder patterns. */
    public enum Finders {
        SQUARE,
        ROUNDED,
        CIRCLE,
        /** A square ring around a round core. */
        ROUND_CORE,
        /** A round ring around a square core. */
        SQUARE_CORE,
        /** Three corners round, one sharp. */
        LEAF,
        /** Of modules like all others. */
        MODULES;

        boolean isInk(double du, double dv) {
            double square = Math.max(Math.abs(du), Math.abs(dv));
            double circle = Math.hypot(du, dv);
            return switch (this) {
                case SQUARE, MODULES -> isRing(square) || square < 1.5;
                case CIRCLE -> isRing(circle) || circle < 1.5;
                case ROUND_CORE -> isRing(square) || circle < 1.5;
                case SQUARE_CORE -> isRing(circle) || square < 1.3;
                case ROUNDED -> rounded(du, dv, 3.5, 2) && !rounded(du, dv, 2.5, 1.2) || rounded(du, dv, 1.5, 0.8);
                case LEAF -> {
                    boolean isSharp = du > 0 && dv > 0;
                    yield isSharp
                            ? isRing(square) || square < 1.5
                            : rounded(du, dv, 3.5, 3) && !rounded(du, dv, 2.5, 2.2) || rounded(du, dv, 1.5, 1.2);
                }
            };
        }

        private static boolean isRing(double radius) {
            return radius > 2.5 && radius < 3.5;
        }

        private static boolean rounded(double du, double dv, double half, double radius) {
            double x = Math.max(0, Math.abs(du) - half + radius);
            double y = Math.max(0, Math.abs(dv) - half + radius);
            return Math.hypot(x, y) < radius;
        }
    }

    /** True if the code is dark at a point, given in modules from its upper left corner. */
    boolean isInk(ByteMatrix code, double u, double v) {
        int size = code.getWidth();
        double off = Math.hypot(u - size / 2.0, v - size / 2.0) / size;
        if (off < logo / 2) {
            return off < logo * 0.4 && off > logo * 0.2;
        }
        double finderU = u < 7 ? u - 3.5 : u - size + 3.5;
        double finderV = v < 7 ? v - 3.5 : v - size + 3.5;
        boolean isFinder = Math.abs(finderU) <= 3.5 && Math.abs(finderV) <= 3.5 && !(u >= 7 && v >= 7);
        return isFinder && finders != Finders.MODULES ? finders.isInk(finderU, finderV) : modules.isInk(code, u, v);
    }
}
