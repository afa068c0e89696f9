package coderbased.qr;

/**
 * A grid that may be a code, refined as far as its function patterns go.
 *
 * @param score how well it agrees with them, 0 to 1
 */
record Hypothesis(View view, GreyPlane plane, FinderTriple triple, int size, Perspective grid, double score) {}
