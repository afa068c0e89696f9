package coderbased.camera;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A camera's challenge for digest access authentication (RFC 7616), and the answers to it. Used by one thread. */
final class Digest {

    private static final List<String> ALGORITHMS = List.of("SHA-512-256", "SHA-256", "MD5");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SESSION = "-SESS";

    private final String challenge;
    private final String algorithm;
    private final byte[] user;
    private int uses;

    private Digest(String challenge, String algorithm, byte[] user) {
        this.challenge = challenge;
        this.algorithm = algorithm;
        this.user = user;
    }

    /** Returns the strongest challenge that can be answered; null if there is none. */
    static @Nullable Digest strongest(List<String> challenges, byte[] user) {
        for (String known : ALGORITHMS) {
            for (String challenge : challenges) {
                String start = challenge.strip();
                int at = start.toLowerCase(Locale.ROOT).indexOf("digest ");
                if (at >= 0 && bare(algorithm(start.substring(at))).equals(known)) {
                    String digest = start.substring(at + "digest ".length());
                    return new Digest(digest, algorithm(digest), user);
                }
            }
        }
        return null;
    }

    /** True if only the camera's number was too old: name and password may be right. */
    boolean isStale() {
        return CameraLogin.parameter(challenge, "stale").equalsIgnoreCase("true");
    }

    /** Returns the header Authorization of a GET request. */
    String answer(String path) {
        String realm = CameraLogin.parameter(challenge, "realm");
        String nonce = CameraLogin.parameter(challenge, "nonce");
        String own = HexFormat.of().toHexDigits(RANDOM.nextLong());
        String count = String.format(Locale.ROOT, "%08x", ++uses);
        int colon = colon();
        byte[] name = Arrays.copyOf(user, colon);
        byte[] password = Arrays.copyOfRange(user, colon + 1, user.length);
        String first = hash(name, bytes(":" + realm + ":"), password);
        if (algorithm.endsWith(SESSION)) {
            first = hash(bytes(first + ":" + nonce + ":" + own));
        }
        String second = hash(bytes("GET:" + path));
        boolean isCounted = isCounted();
        String middle = isCounted ? nonce + ":" + count + ":" + own + ":auth" : nonce;
        String response = hash(bytes(first + ":" + middle + ":" + second));
        String opaque = CameraLogin.parameter(challenge, "opaque");
        String asked = CameraLogin.parameter(challenge, "algorithm");
        return "Digest " + username(name) + ", realm=\"" + realm
                + "\", nonce=\"" + nonce + "\", uri=\"" + path + "\", response=\"" + response + "\""
                + (asked.isEmpty() ? "" : ", algorithm=" + asked)
                + (opaque.isEmpty() ? "" : ", opaque=\"" + opaque + "\"")
                + (isCounted ? ", qop=auth, nc=" + count + ", cnonce=\"" + own + "\"" : "");
    }

    /** Returns the name as it is, or in the extended notation of RFC 8187 if it has characters beyond ASCII. */
    private static String username(byte[] name) {
        StringBuilder plain = new StringBuilder();
        StringBuilder extended = new StringBuilder();
        for (byte next : name) {
            plain.append((char) (next & 0xFF));
            extended.append('%').append(HexFormat.of().withUpperCase().toHexDigits(next));
        }
        boolean isAscii = plain.chars().allMatch(c -> c >= 0x20 && c < 0x7F && c != '"' && c != '\\');
        return isAscii ? "username=\"" + plain + "\"" : "username*=UTF-8''" + extended;
    }

    /** True if the camera offers {@code qop=auth}; without it, the answer is that of RFC 2069. */
    private boolean isCounted() {
        return Arrays.stream(CameraLogin.parameter(challenge, "qop").split("[,\\s]+"))
                .anyMatch("auth"::equalsIgnoreCase);
    }

    private int colon() {
        int at = 0;
        while (user[at] != ':') {
            at++;
        }
        return at;
    }

    private String hash(byte[]... parts) {
        try {
            String name = bare(algorithm);
            MessageDigest digest = MessageDigest.getInstance(name.equals("SHA-512-256") ? "SHA-512/256" : name);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String algorithm(String challenge) {
        String asked = CameraLogin.parameter(challenge, "algorithm").toUpperCase(Locale.ROOT);
        return asked.isEmpty() ? "MD5" : asked;
    }

    private static String bare(String algorithm) {
        return algorithm.endsWith(SESSION) ? algorithm.substring(0, algorithm.length() - SESSION.length()) : algorithm;
    }
}
