/**
 * From bits to finder patterns: {@link coderbased.qr.finders.FinderSearch} finds the squares in the corners of codes,
 * and {@link coderbased.qr.finders.FinderTriples} says which three may belong to one code.
 */
@NullMarked
package coderbased.qr.finders;

import org.jspecify.annotations.NullMarked;
