package coderbased.camera;

import java.nio.ByteBuffer;

/**
 * A picture to show: opaque BGRA bytes, rows without padding. Draw it before the next but one arrives; its memory is then
 * used again.
 */
public record Preview(ByteBuffer bgra, int width, int height) {}
