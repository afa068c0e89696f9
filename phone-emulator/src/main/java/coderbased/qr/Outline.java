package coderbased.qr;

import coderbased.qr.picture.Corner;

/**
 * The position of a code in the frame: the four outer corners of its modules, without the quiet zone. "Top left" is the
 * corner of the code itself (the one opposite the corner without a finder pattern), wherever it lies in the picture.
 */
public record Outline(Corner topLeft, Corner topRight, Corner bottomRight, Corner bottomLeft) {}
