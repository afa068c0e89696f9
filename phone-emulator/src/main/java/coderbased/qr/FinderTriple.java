package coderbased.qr;

/**
 * Three finder patterns that may belong to one code, ordered as on it.
 *
 * @param modules how many modules lie between two centres, estimated: the code's dimension less seven
 * @param cost how badly they fit together; 0 is perfect
 */
record FinderTriple(Finder topLeft, Finder topRight, Finder bottomLeft, double modules, double cost) {}
