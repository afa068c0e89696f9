package coderbased.qr;

/** A rectangle of pixels. */
record Area(int left, int top, int width, int height) {}
