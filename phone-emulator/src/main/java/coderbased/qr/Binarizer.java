package coderbased.qr;

/** Decides which pixels are dark. */
interface Binarizer {

    /** Fills {@code to} with the dark pixels of {@code from}. */
    void binarize(GreyPlane from, BitPlane to);
}
