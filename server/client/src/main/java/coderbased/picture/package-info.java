/**
 * Scaled-down pictures. Only this part of the client uses {@code java.awt}, and only its parts that work without a
 * display; the client calls {@link coderbased.picture.SmallPictures}.
 *
 * <p>Pictures are untrusted, so {@code PictureReader} checks the size before it decodes, and decodes no more than
 * necessary. {@code Orientation} turns a picture upright; {@code SmallJpeg} writes it again, without the camera's
 * metadata such as the place.
 */
@NullMarked
package coderbased.picture;

import org.jspecify.annotations.NullMarked;
