package coderbased.qr.code;

import coderbased.qr.finders.FinderTriple;
import coderbased.qr.picture.GreyPlane;
import coderbased.qr.picture.View;

/**
 * A grid that may be a code, refined as far as its function patterns go.
 *
 * @param score how well it agrees with them, 0 to 1
 */
public record Hypothesis(View view, GreyPlane plane, FinderTriple triple, int size, Perspective grid, double score) {}
