package coderbased.fx.text;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** A piece of a message's text, as it is drawn. */
public sealed interface TextPiece {

    /** Schemes of pages. Other schemes start programs. */
    List<String> SCHEMES = List.of("http://", "https://");

    /** Finds addresses; a sentence's end and a bracket around an address do not belong to it. */
    LinkExtractor LINKS =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

    /** Returns the characters that the piece stands for. */
    String text();

    /** Plain text. */
    record Words(String text) implements TextPiece {}

    /**
     * A link.
     *
     * @param target in ASCII (RFC 3986, RFC 3492), so that a look-alike of a known host is visible
     */
    record Link(String text, URI target) implements TextPiece {}

    /** An emoji, shown as a picture. */
    record Picture(Emoji emoji, String text) implements TextPiece {}

    /** Splits a text into its pieces, in order. */
    static List<TextPiece> of(String text) {
        List<TextPiece> pieces = new ArrayList<>();
        int done = 0;
        for (LinkSpan span : LINKS.extractLinks(text)) {
            String link = text.substring(span.getBeginIndex(), span.getEndIndex());
            URI target = target(link);
            if (target != null) {
                addWords(text.substring(done, span.getBeginIndex()), pieces);
                pieces.add(new Link(link, target));
                done = span.getEndIndex();
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
            pieces.add(new Picture(match.emoji(), text.substring(i, match.end())));
            i = match.end();
            done = i;
        }
        if (done < text.length()) {
            pieces.add(new Words(text.substring(done)));
        }
    }

    private static @Nullable URI target(String link) {
        if (SCHEMES.stream().noneMatch(scheme -> link.regionMatches(true, 0, scheme, 0, scheme.length()))) {
            return null;
        }
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
