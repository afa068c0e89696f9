package coderbased.fx.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The list of emoji and the sheets of pictures belong together. */
class EmojiPicturesTest {

    private static final int PER_SHEET = 256;
    private static final int COLUMNS = 16;
    private static final int PIXELS = 40;

    @Test
    void everyEmojiHasItsPicture() throws IOException {
        List<String> lines = lines();
        assertTrue(lines.size() > 3_700, "emoji: " + lines.size());
        BufferedImage sheet = null;
        List<String> blank = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            sheet = i % PER_SHEET == 0 ? sheet(i / PER_SHEET) : sheet;
            assertNotNull(sheet);
            int place = i % PER_SHEET;
            BufferedImage picture =
                    sheet.getSubimage(place % COLUMNS * PIXELS, place / COLUMNS * PIXELS, PIXELS, PIXELS);
            if (drawnPixels(picture) < PIXELS * PIXELS / 20) {
                blank.add(lines.get(i));
            }
        }
        assertEquals(List.of(), blank);
    }

    @Test
    void everyLineOfTheListIsFoundUnderItsNumber() throws IOException {
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder characters = new StringBuilder();
            for (String hex : lines.get(i).split(";", 2)[0].split("-")) {
                characters.appendCodePoint(Integer.parseInt(hex, 16));
            }
            Emoji emoji = EmojiSet.all().of(characters.toString());
            assertNotNull(emoji, lines.get(i));
            assertEquals(i, emoji.number(), lines.get(i));
        }
    }

    private static long drawnPixels(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, PIXELS, PIXELS, null, 0, PIXELS);
        return java.util.Arrays.stream(pixels).filter(argb -> argb >>> 24 > 127).count();
    }

    private static BufferedImage sheet(int number) throws IOException {
        return ImageIO.read(file("sheet-" + number + ".png"));
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file("emoji.txt"), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("# ")).toList();
        }
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(EmojiSet.class.getResourceAsStream("emoji/" + name), name);
    }
}
