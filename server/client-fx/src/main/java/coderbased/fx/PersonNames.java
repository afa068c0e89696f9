package coderbased.fx;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import java.util.List;

/** Names in sentences, and the colour of an account. */
public final class PersonNames {

    /** Number of colours in the style sheet. */
    private static final int COLOURS = 8;

    private PersonNames() {}

    /** Joins names, for example {@code Ada, Bob and you}. */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : MESSAGES.text(
                        "people.list", "names", String.join(", ", names.subList(0, last)), "last", names.get(last));
    }

    /** Returns the colour of an account, from 0 to 7; always the same one. */
    public static int colour(String accountId) {
        return Math.floorMod(accountId.hashCode(), COLOURS);
    }
}
