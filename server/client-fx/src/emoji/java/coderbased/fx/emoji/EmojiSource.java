package coderbased.fx.emoji;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;

/** The emoji of emoji-datasource in its order, with the names, keywords and groups of jemoji. */
final class EmojiSource {

    private static final String COMPONENTS = "Component";

    private EmojiSource() {}

    /** @throws IllegalStateException if jemoji does not know one of them: the versions of Unicode differ */
    static List<EmojiEntry> read(Path json) throws IOException {
        List<JsonNode> bases = new ArrayList<>();
        new ObjectMapper().readTree(json.toFile()).forEach(bases::add);
        bases.removeIf(base -> base.path("category").asText().equals(COMPONENTS));
        bases.sort(Comparator.comparing(base -> base.path("sort_order").asInt()));
        List<EmojiEntry> entries = new ArrayList<>();
        for (JsonNode base : bases) {
            entries.add(entry(base));
            base.path("skin_variations").forEach(variant -> entries.add(entry(variant)));
        }
        // jemoji puts a few emoji in another group than the source does; a group stays in one piece
        List<String> groups = entries.stream().map(EmojiEntry::group).distinct().toList();
        entries.sort(Comparator.comparing(entry -> groups.indexOf(entry.group())));
        return entries;
    }

    private static EmojiEntry entry(JsonNode node) {
        String unified = node.path("unified").asText();
        StringBuilder characters = new StringBuilder();
        for (String point : unified.split("-", -1)) {
            characters.appendCodePoint(Integer.parseInt(point, 16));
        }
        Emoji known = EmojiManager.getEmoji(characters.toString())
                .orElseThrow(() -> new IllegalStateException("jemoji does not know " + unified));
        return new EmojiEntry(
                characters.toString(),
                known.getDescription(),
                keywords(known),
                known.getGroup().getName(),
                node.path("sheet_x").asInt(),
                node.path("sheet_y").asInt());
    }

    private static List<String> keywords(Emoji emoji) {
        String name = emoji.getDescription().toLowerCase(Locale.ROOT);
        if (name.contains("skin tone")) {
            return List.of();
        }
        return emoji.getKeywords().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !name.contains(word) && !word.contains(",") && !word.contains(";"))
                .distinct()
                .toList();
    }
}
