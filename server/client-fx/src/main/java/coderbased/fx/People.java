package coderbased.fx;

import java.util.List;

/** Names in a sentence, and a person's colour. */
public final class People {

    /** As many as the style sheet knows. */
    private static final int COLOURS = 8;

    private People() {}

    /** For example {@code Ada, Bob and you}. */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** The same for an account everywhere and always. */
    public static int colour(String accountId) {
        return Math.floorMod(accountId.hashCode(), COLOURS);
    }
}
