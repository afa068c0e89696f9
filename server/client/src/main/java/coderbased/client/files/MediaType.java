package coderbased.client.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Type of a file (RFC 6838) by its first bytes, or else by its name. Only a hint for icons. */
final class MediaType {

    private static final String DEFAULT_TYPE = "application/octet-stream";
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,62}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,62}");
    private static final int HEAD_BYTES = 16;

    /** First bytes of known types. */
    private enum Beginning {
        PNG("image/png", 0, "\u0089PNG\r\n\u001a\n"),
        JPEG("image/jpeg", 0, "\u00ff\u00d8\u00ff"),
        GIF("image/gif", 0, "GIF8"),
        WEBP("image/webp", 8, "WEBP"),
        PDF("application/pdf", 0, "%PDF-"),
        HEIC("image/heic", 4, "ftyphei"),
        HEIC_SEQUENCE("image/heic", 4, "ftyphev"),
        HEIF("image/heif", 4, "ftypmif1"),
        HEIF_SEQUENCE("image/heif", 4, "ftypmsf1"),
        AVIF("image/avif", 4, "ftypavi"),
        QUICKTIME("video/quicktime", 4, "ftypqt  "),
        M4A("audio/mp4", 4, "ftypM4A"),
        MP4("video/mp4", 4, "ftyp");

        private final String mediaType;
        private final int at;
        private final String latin1;

        Beginning(String mediaType, int at, String latin1) {
            this.mediaType = mediaType;
            this.at = at;
            this.latin1 = latin1;
        }

        boolean begins(byte[] head) {
            return head.length >= at + latin1.length()
                    && latin1.equals(new String(head, at, latin1.length(), StandardCharsets.ISO_8859_1));
        }
    }

    private MediaType() {}

    /** Returns the type of a file with that content and name. */
    static String of(Path bytes, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(bytes)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        for (Beginning kind : Beginning.values()) {
            if (kind.begins(head)) {
                return kind.mediaType;
            }
        }
        return byName(name);
    }

    private static String byName(String name) {
        @Nullable String guess = java.net.URLConnection.guessContentTypeFromName(name);
        return guess != null && FORM.matcher(guess).matches() ? guess : DEFAULT_TYPE;
    }
}
