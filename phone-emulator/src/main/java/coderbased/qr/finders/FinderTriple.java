package coderbased.qr.finders;

/**
 * Three finder patterns that may belong to one code, ordered as on it.
 *
 * @param modules how many modules lie between two centres, estimated: the code's dimension less seven
 * @param cost how badly they fit together; 0 is perfect
 */
public record FinderTriple(Finder topLeft, Finder topRight, Finder bottomLeft, double modules, double cost) {

    /** True if a finder pattern belongs to both. */
    public boolean shares(FinderTriple other) {
        return other.has(topLeft) || other.has(topRight) || other.has(bottomLeft);
    }

    private boolean has(Finder finder) {
        return finder.isAt(topLeft) || finder.isAt(topRight) || finder.isAt(bottomLeft);
    }
}
