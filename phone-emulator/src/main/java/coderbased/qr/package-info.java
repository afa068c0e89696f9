/**
 * Finds and reads QR codes in camera frames: {@link coderbased.qr.QrReader} is the front door.
 *
 * <p>A {@link coderbased.qr.Frame} goes in, a {@link coderbased.qr.ReadResult} comes out: the texts with their outlines,
 * or a {@link coderbased.qr.Hint} that says what the person could do. The package knows no camera, no window and no
 * login: what a text means is for its reader to say.
 */
@NullMarked
package coderbased.qr;

import org.jspecify.annotations.NullMarked;
