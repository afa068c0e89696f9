package coderbased.qr.picture;

/** Decides which pixels are dark. */
public interface Binarizer {

    /** Fills {@code to} with the dark pixels of {@code from}. */
    void binarize(GreyPlane from, BitPlane to);
}
