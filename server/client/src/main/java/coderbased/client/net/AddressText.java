package coderbased.client.net;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import com.ibm.icu.text.IDNA;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser of server addresses as people type and paste them. Full-width characters are read as plain ones, invisible
 * ones are dropped. International names become their ASCII form (UTS #46, RFC 5891).
 */
final class AddressText {

    private static final int MAX_CHARS = 400;
    private static final int MAX_PORT = 65_535;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern SCHEME = Pattern.compile("(?i)(https?):[/\\\\]*");
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("(?i)(?:(?:(?:[a-z][a-z0-9+-]*)?:)?|https?;?[/\\\\])[/\\\\].*");
    private static final Pattern IN_NO_ADDRESS = Pattern.compile("[\\p{Punct}&&[^._-]]");
    private static final Pattern PARTS = Pattern.compile("([^/\\\\?#]+)[/\\\\]?(.*)");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)](.*)");
    private static final Pattern NAMED = Pattern.compile("([^:]+)(.*)");
    private static final Pattern BARE_IPV6 = Pattern.compile("(?i)[0-9a-f.]*:[0-9a-f.:]*:.*");
    private static final Pattern PORT = Pattern.compile(":0*([1-9][0-9]{0,4})");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})(?:\\.(?!$)|$)){4}");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ);

    private AddressText() {}

    /**
     * Returns scheme, host and port in their one spelling: ASCII, lower case, without the scheme's own port.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    static URI read(String typed) {
        require(typed.length() <= MAX_CHARS, "address.wrong");
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String text = INVISIBLE.matcher(plain).replaceAll("").strip();
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.lookingAt()) {
            return read(scheme.group(1).toLowerCase(Locale.ROOT), text.substring(scheme.end()));
        }
        require(!OTHER_SCHEME.matcher(text).matches(), "address.scheme");
        return read(null, text);
    }

    /** True for an address that no other machine can listen on. */
    static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || ((host.startsWith("[") || IPV4.matcher(host).matches())
                        && InetAddress.ofLiteral(host).isLoopbackAddress());
    }

    /** Returns the name as its owner writes it, for example with umlauts. */
    static String unicode(String host) {
        IDNA.Info faults = new IDNA.Info();
        String name = NAMES.nameToUnicode(host, new StringBuilder(), faults).toString();
        return faults.hasErrors() || !MixedScripts.areAbsentIn(name) ? host : name;
    }

    private static URI read(@Nullable String typedScheme, String rest) {
        Matcher parts = matched(PARTS, rest, "address.wrong");
        String authority = parts.group(1);
        require(authority.indexOf('@') < 0, "address.user");
        require(authority.chars().noneMatch(Character::isWhitespace), "address.wrong");
        require(parts.group(2).isEmpty(), "address.path");
        boolean isBracketed = authority.startsWith("[");
        require(isBracketed || !BARE_IPV6.matcher(authority).matches(), "address.brackets");
        Matcher place = matched(isBracketed ? BRACKETED : NAMED, authority, "address.wrong");
        String host = isBracketed ? ipv6(place.group(1)) : name(place.group(1));
        boolean isSecure = typedScheme == null ? !isThisMachine(host) : typedScheme.equals("https");
        require(isSecure || isThisMachine(host), "address.insecure");
        String port = port(place.group(2), isSecure ? HTTPS_PORT : HTTP_PORT);
        URI uri = URI.create((isSecure ? "https://" : "http://") + host + port);
        require(uri.getHost() != null, "address.name");
        return uri;
    }

    private static String port(String typed, int usual) {
        if (typed.isEmpty()) {
            return "";
        }
        int port = Integer.parseInt(matched(PORT, typed, "address.port").group(1));
        require(port <= MAX_PORT, "address.port");
        return port == usual ? "" : ":" + port;
    }

    private static String ipv6(String typed) {
        require(typed.indexOf('%') < 0, "address.zone");
        try {
            InetAddress address = InetAddress.ofLiteral(typed);
            require(typed.indexOf(':') >= 0, "address.wrong");
            return address instanceof Inet6Address
                    ? "[" + typed.toLowerCase(Locale.ROOT) + "]"
                    : address.getHostAddress();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(MESSAGES.text("address.wrong"), e);
        }
    }

    private static String name(String typed) {
        require(!IN_NO_ADDRESS.matcher(typed).find(), "address.character");
        IDNA.Info faults = new IDNA.Info();
        String ascii =
                NAMES.nameToASCII(typed, new StringBuilder(), faults).toString().replaceFirst("\\.$", "");
        require(!faults.hasErrors() && !ascii.isEmpty(), "address.name");
        if (ENDS_IN_NUMBER.matcher(ascii).matches()) {
            require(IPV4.matcher(ascii).matches() && isLiteral(ascii), "address.name");
        }
        return ascii;
    }

    private static boolean isLiteral(String address) {
        try {
            InetAddress.ofLiteral(address);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Matcher matched(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        require(matcher.matches(), otherwise);
        return matcher;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(MESSAGES.text(otherwise));
        }
    }
}
