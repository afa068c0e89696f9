package coderbased.fx.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextPieceTest {

    private static String told(String text) {
        return TextPiece.of(text).stream()
                .map(piece -> switch (piece) {
                    case TextPiece.Words words -> words.text();
                    case TextPiece.Link link -> "[" + link.target() + "]";
                    case TextPiece.Picture picture -> "(" + picture.emoji().name() + ")";
                })
                .collect(Collectors.joining("|"));
    }

    @Test
    void aLinkEndsWhereTheSentenceEnds() {
        assertEquals(
                "see |[https://example.org/a?b=1]|, and |[http://example.org/(x)]|.",
                told("see https://example.org/a?b=1, and http://example.org/(x)."));
        assertEquals("(|[https://example.org]|)", told("(https://example.org)"));
    }

    @Test
    void onlyWebPagesAreLinks() {
        for (String text :
                List.of("javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "https://", "https:/x")) {
            assertEquals(text, told(text));
        }
    }

    @Test
    void lookAlikeHostIsShownInAscii() {
        assertEquals("[https://xn--pple-43d.com/x]", told("https://аpple.com/x"));
    }

    @Test
    void longestEmojiWins() {
        assertEquals("a|(family: man, woman, girl)|b", told("a👨‍👩‍👧b"));
        assertEquals("(thumbs up: medium skin tone)|(flag: Germany)", told("👍🏽🇩🇪"));
    }

    @Test
    void digitsAndSignsStayText() {
        assertEquals("1 2 # * © ™ →", told("1 2 # * © ™ →"));
        assertEquals("(keycap: 1)", told("1️⃣"));
    }

    @Test
    void piecesTogetherAreTheText() {
        String text = "Hi 😀 see https://example.org/😀 and ❤️ or ❤!\n\tbye";
        String together = TextPiece.of(text).stream()
                .map(piece -> switch (piece) {
                    case TextPiece.Words words -> words.text();
                    case TextPiece.Link link -> link.text();
                    case TextPiece.Picture picture -> picture.emoji().characters();
                })
                .collect(Collectors.joining());
        assertEquals(text.replace("\uFE0F", ""), together.replace("\uFE0F", ""));
    }

    @Test
    void oneToThreeEmojiAloneAreDrawnLarge() {
        assertEquals(3, TextPiece.onlyEmoji("😀😀 😀".replace(" ", "")).size());
        assertTrue(TextPiece.onlyEmoji("😀😀😀😀").isEmpty());
        assertTrue(TextPiece.onlyEmoji("😀 ok").isEmpty());
        assertTrue(TextPiece.onlyEmoji("").isEmpty());
    }

    @Test
    void everyEmojiIsFoundAsItself() {
        EmojiSet.all().groups().values().stream()
                .flatMap(List::stream)
                .forEach(emoji -> assertEquals(
                        List.of(new TextPiece.Picture(emoji, emoji.characters())),
                        TextPiece.of(emoji.characters()),
                        emoji.name()));
    }

    @Test
    void emojiAreFoundByTheWordsOfTheirNames() {
        assertTrue(EmojiSet.all().find("ROCK").stream().anyMatch(e -> e.name().equals("rocket")));
        assertTrue(EmojiSet.all().find("red heart").stream()
                .anyMatch(e -> e.characters().equals("❤️")));
    }

    @Test
    void emojiOfUnicode16AreKnown() {
        assertEquals("(face with bags under eyes)|(fingerprint)|(harp)", told("\uD83E\uDEE9\uD83E\uDEC6\uD83E\uDE89"));
        assertEquals("(head shaking vertically)", told("\uD83D\uDE42\u200D\u2195\uFE0F"));
    }

    @Test
    void keywordsAreSearchedWhereNoNameContainsTheWords() {
        assertEquals(List.of("rocket"), names("rocket"));
        assertTrue(names("haha").contains("face with tears of joy"), "found: " + names("haha"));
        assertEquals(List.of(), names("no such word"));
    }

    private static List<String> names(String words) {
        return EmojiSet.all().find(words).stream().map(Emoji::name).toList();
    }
}
