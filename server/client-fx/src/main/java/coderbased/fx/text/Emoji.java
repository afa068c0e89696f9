package coderbased.fx.text;

/**
 * One emoji.
 *
 * @param characters as they are sent
 * @param name in English, by Unicode, for example {@code grinning face}
 * @param number its place in {@link EmojiSet}, and of its picture in {@link EmojiPictures}
 */
public record Emoji(String characters, String name, int number) {

    /** Whether it is another one in another skin tone. */
    boolean toned() {
        return name.contains("skin tone");
    }
}
