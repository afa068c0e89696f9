/**
 * The scanner: pictures from a camera, a file or the screen, the code that is found in them, and the code that is
 * typed. It ends with the offer of a link; what the person answers is up to {@code coderbased.phone.link}.
 */
@NullMarked
package coderbased.phone.scan;

import org.jspecify.annotations.NullMarked;
