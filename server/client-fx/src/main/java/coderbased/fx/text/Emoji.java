package coderbased.fx.text;

/**
 * One emoji.
 *
 * @param characters as sent
 * @param name English Unicode name, for example {@code grinning face}
 * @param number its index in {@link EmojiSet} and {@link EmojiPictures}
 */
public record Emoji(String characters, String name, int number) {

    /** True if it is a skin-tone variant of another one. */
    boolean toned() {
        return name.contains("skin tone");
    }
}
