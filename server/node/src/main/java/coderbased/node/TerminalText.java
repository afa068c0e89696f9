package coderbased.node;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text for a terminal: times, names that people chose, and characters that the terminal cannot show. */
final class TerminalText {

    /** Moves a cursor or turns text around. The joiners and tags of emoji do neither. */
    private static final Pattern COMMANDS =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\u200C\\u200D\\x{E0020}-\\x{E007F}]]");

    private TerminalText() {}

    /** Returns a name in which what could move a terminal's cursor or turn its text around is escaped. */
    static String of(String name) {
        return COMMANDS.matcher(name)
                .replaceAll(
                        found -> Matcher.quoteReplacement(escaped(found.group().codePointAt(0))));
    }

    /** To the second, in UTC. */
    static String of(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Returns a writer that writes characters which that charset lacks as their number in hexadecimal. */
    static PrintWriter writer(OutputStream out, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        return new PrintWriter(new OutputStreamWriter(out, charset), true) {
            @Override
            public void write(String text, int from, int length) {
                String part = text.substring(from, from + length);
                String shown = encoder.canEncode(part) ? part : shown(part, encoder);
                super.write(shown, 0, shown.length());
            }
        };
    }

    private static String shown(String text, CharsetEncoder encoder) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(each -> {
            String character = Character.toString(each);
            shown.append(encoder.canEncode(character) ? character : escaped(each));
        });
        return shown.toString();
    }

    private static String escaped(int codePoint) {
        return "\\u{" + Integer.toHexString(codePoint) + "}";
    }
}
