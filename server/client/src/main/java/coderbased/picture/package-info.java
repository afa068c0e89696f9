/**
 * Small pictures of pictures. The only part of the client that knows {@code java.awt}, and of that only what works without
 * a display; what the client's own package needs of it, it asks {@link coderbased.picture.Pictures}.
 *
 * <p>A picture may come from anywhere and be anything, so {@code PictureReader} looks at how large it is before it decodes
 * it, and decodes no more than is needed. {@code Orientation} turns it as the camera was held, {@code SmallJpeg} writes it
 * again: what a camera noted in it, such as where it was, does not come along.
 */
@NullMarked
package coderbased.picture;

import org.jspecify.annotations.NullMarked;
