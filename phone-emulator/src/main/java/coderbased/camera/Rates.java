package coderbased.camera;

/** Frames per second over about the last second: as they came, and as they were looked at for codes. */
public record Rates(double captured, double decoded) {

    /** No pictures. */
    public static final Rates NONE = new Rates(0, 0);
}
