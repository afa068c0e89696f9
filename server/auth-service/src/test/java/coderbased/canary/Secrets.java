package coderbased.canary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what nobody may read in a text. */
public final class Secrets {

    /** So many letters of base32 hold 128 bits. */
    static final int WINDOW = 26;

    /** Private keys and the tests' passwords: whatever begins like these is one, known or not. */
    private static final List<String> SHAPES =
            List.of("PRIVATE KEY", "MEECAQAwEwYHKoZIzj0C", "MIGHAgEAMBMGByqGSM49", "horse battery");

    /** The start of a JWT's header and claims. A hash may match by chance; decoding tells them apart. */
    private static final Pattern BRACE = Pattern.compile("eyJ[\\w-]{21}");

    private static final Pattern JSON = Pattern.compile("\\{\"\\w+\":.*", Pattern.DOTALL);

    private static final Pattern TYPED_CODE =
            Pattern.compile("(?<![0-9A-Za-z_-])([0-9A-Z]{4})-?([0-9A-Z]{4})(?![0-9A-Za-z_-])");

    private Secrets() {}

    /** The secrets in a line that was logged. */
    static List<String> inLog(String line) {
        List<String> found = inDatabase(line);
        Set<String> minted = MintedRandom.minted();
        found.addAll(TYPED_CODE
                .matcher(line)
                .results()
                .filter(code -> minted.contains(code.group(1) + code.group(2)))
                .map(MatchResult::group)
                .toList());
        return found;
    }

    /**
     * The secrets in a database's bytes, as letters. Codes of eight letters are too short to be told from chance there.
     */
    static List<String> inDatabase(String bytes) {
        List<String> found = new ArrayList<>();
        SHAPES.stream().filter(bytes::contains).forEach(found::add);
        BRACE.matcher(bytes)
                .results()
                .map(MatchResult::group)
                .filter(Secrets::isJson)
                .forEach(found::add);
        int begin = 0;
        for (int at = 0; at <= bytes.length(); at++) {
            if (at == bytes.length() || !isOfBase32(bytes.charAt(at))) {
                addMinted(bytes, begin, at, found);
                begin = at + 1;
            }
        }
        return found;
    }

    private static void addMinted(String bytes, int begin, int end, List<String> found) {
        for (int at = begin; at + WINDOW <= end; at++) {
            String word = bytes.substring(at, at + WINDOW);
            if (MintedRandom.minted().contains(word)) {
                found.add(word);
            }
        }
    }

    private static boolean isOfBase32(char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z');
    }

    private static boolean isJson(String base64) {
        byte[] text = Base64.getUrlDecoder().decode(base64);
        return JSON.matcher(new String(text, StandardCharsets.ISO_8859_1)).matches();
    }
}
