package coderbased.fx.text;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A piece of a message's text, as it is drawn. */
public sealed interface TextPiece {

    /** Web links only: other schemes can start programs. */
    Pattern LINK = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"“”«»]+");

    /** Plain text. */
    record Words(String text) implements TextPiece {}

    /**
     * A link.
     *
     * @param target in ASCII (RFC 3986, RFC 3492), so that a look-alike of a known host is visible
     */
    record Link(String text, URI target) implements TextPiece {}

    /** An emoji, shown as a picture. */
    record Picture(Emoji emoji) implements TextPiece {}

    /** Splits a text into its pieces, in order. */
    static List<TextPiece> of(String text) {
        List<TextPiece> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int done = 0;
        while (links.find()) {
            String link = withoutTail(links.group());
            URI target = target(link);
            if (target != null) {
                addWords(text.substring(done, links.start()), pieces);
                pieces.add(new Link(link, target));
                done = links.start() + link.length();
            }
        }
        addWords(text.substring(done), pieces);
        return pieces;
    }

    /** Returns the emoji of a text that consists of one to three of them; empty for any other text. */
    static List<Emoji> onlyEmoji(String text) {
        if (text.length() > 3 * 32) {
            return List.of();
        }
        List<TextPiece> pieces = of(text.strip());
        boolean only = pieces.size() <= 3 && pieces.stream().allMatch(Picture.class::isInstance);
        return only ? pieces.stream().map(p -> ((Picture) p).emoji()).toList() : List.of();
    }

    private static void addWords(String text, List<TextPiece> pieces) {
        int done = 0;
        for (int i = 0; i < text.length(); ) {
            EmojiSet.Match match = EmojiSet.all().at(text, i);
            if (match == null) {
                i++;
                continue;
            }
            if (i > done) {
                pieces.add(new Words(text.substring(done, i)));
            }
            pieces.add(new Picture(match.emoji()));
            i = match.end();
            done = i;
        }
        if (done < text.length()) {
            pieces.add(new Words(text.substring(done)));
        }
    }

    /** Removes punctuation at the end of a link; a closing bracket stays if it was opened in the link. */
    private static String withoutTail(String link) {
        int end = link.length();
        while (end > 0) {
            char last = link.charAt(end - 1);
            boolean closing = last == ')' && link.substring(0, end).indexOf('(') < 0;
            if (".,;:!?'…*_".indexOf(last) < 0 && !closing) {
                break;
            }
            end--;
        }
        return link.substring(0, end);
    }

    private static @Nullable URI target(String link) {
        try {
            int host = link.indexOf("//") + 2;
            int end = host;
            while (end < link.length() && "/?#".indexOf(link.charAt(end)) < 0) {
                end++;
            }
            String ascii = link.substring(0, host) + IDN.toASCII(link.substring(host, end)) + link.substring(end);
            URI target = new URI(new URI(ascii).toASCIIString());
            return target.getHost() == null ? null : target;
        } catch (URISyntaxException | IllegalArgumentException _) {
            return null;
        }
    }
}
