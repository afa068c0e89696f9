package coderbased.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text inside a QR code, read for what it is before anything is done with it.
 *
 * <p>Grammar: {@code CBC:1:} + server id + Guest Token, upper-case base32 throughout, so that the code stays in
 * alphanumeric mode (42 characters: QR version 2 at level L, 3 at level M). The server id lets a phone refuse another
 * server's code without a single network call.
 *
 * <p>Hop 3 of the Guest Token's way.
 */
public sealed interface QrText {

    /** Length of a server id in characters. */
    int SERVER_CHARS = 6;

    /** A code of the server the reader is signed in to. */
    record Ours(GuestToken token) implements QrText {}

    /** A code of this product, shown by another server. */
    record OtherServer() implements QrText {}

    /** A code of this product in a version this program does not know. */
    record OtherVersion(String version) implements QrText {}

    /** Any other text. */
    record Foreign(Kind kind) implements QrText {}

    /** The likely kind of a foreign code. */
    enum Kind {
        WEB_ADDRESS,
        WIFI,
        CONTACT,
        OTHER_APP,
        DAMAGED,
        TEXT
    }

    /** The text to show as QR. */
    static String write(String serverId, GuestToken token) {
        return Grammar.PREFIX + Protocol.VERSION + ":" + serverId + token.text();
    }

    /** Reads a scanned text for a phone that is signed in to the server {@code serverId}. Never throws. */
    static QrText read(String text, String serverId) {
        if (!text.startsWith(Grammar.PREFIX)) {
            return new Foreign(Grammar.kindOf(text));
        }
        Matcher version = Grammar.VERSIONED.matcher(text);
        if (!version.matches()) {
            return new Foreign(Kind.DAMAGED);
        }
        if (!version.group(1).equals(Integer.toString(Protocol.VERSION))) {
            return new OtherVersion(version.group(1));
        }
        String rest = version.group(2);
        if (rest.length() < SERVER_CHARS) {
            return new Foreign(Kind.DAMAGED);
        }
        Optional<GuestToken> token = GuestToken.parse(rest.substring(SERVER_CHARS));
        if (token.isEmpty() || !Base32.isCanonical(rest.substring(0, SERVER_CHARS))) {
            return new Foreign(Kind.DAMAGED);
        }
        return rest.startsWith(serverId) ? new Ours(token.get()) : new OtherServer();
    }

    /** The grammar's parts. */
    final class Grammar {
        private static final String PREFIX = "CBC:";
        private static final int MAX_CHARS = 512;
        private static final Pattern VERSIONED = Pattern.compile("CBC:([0-9]{1,4}):([0-9A-Z]{0,100})");

        private Grammar() {}

        private static Kind kindOf(String text) {
            if (text.length() > MAX_CHARS) {
                return Kind.TEXT;
            }
            String lower = text.toLowerCase(Locale.ROOT);
            if (lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("www.")) {
                return Kind.WEB_ADDRESS;
            }
            if (lower.startsWith("wifi:")) {
                return Kind.WIFI;
            }
            if (lower.startsWith("begin:vcard") || lower.startsWith("mecard:")) {
                return Kind.CONTACT;
            }
            return lower.matches("[a-z][a-z0-9+.-]{1,30}:\\S.*") ? Kind.OTHER_APP : Kind.TEXT;
        }
    }
}
