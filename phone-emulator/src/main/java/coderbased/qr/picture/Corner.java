package coderbased.qr.picture;

/** A point of the picture in frame pixels: x to the right, y down, (0, 0) the outer corner of the first pixel. */
public record Corner(double x, double y) {}
