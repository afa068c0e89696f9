package coderbased.desktop;

/** Where a window stood, in logical pixels. */
public record WindowPlace(double x, double y, double width, double height) {}
