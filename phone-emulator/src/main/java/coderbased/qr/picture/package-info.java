/**
 * From pixels to bits: frames, and the ways to look at one.
 *
 * <p>{@link coderbased.qr.picture.Views} makes from a {@link coderbased.qr.picture.Frame} what the reader looks at: a
 * {@link coderbased.qr.picture.GreyPlane} for each {@link coderbased.qr.picture.View}, and with a {@link
 * coderbased.qr.picture.Binarizer} a {@link coderbased.qr.picture.BitPlane} of what is dark in it.
 */
@NullMarked
package coderbased.qr.picture;

import org.jspecify.annotations.NullMarked;
