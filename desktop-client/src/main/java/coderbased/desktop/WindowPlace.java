package coderbased.desktop;

/** The position and size of a window, in logical pixels. */
public record WindowPlace(double x, double y, double width, double height) {}
