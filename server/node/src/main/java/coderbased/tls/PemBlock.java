package coderbased.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One block of a PEM file (RFC 7468).
 *
 * @param label for example {@code CERTIFICATE}
 * @param isEncrypted true if a header says that the content needs a password (RFC 1421)
 */
record PemBlock(String label, byte[] bytes, boolean isEncrypted) {

    private static final int MAX_FILE_BYTES = 1024 * 1024;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----((?:(?!-----).)*+)-----END \\1-----", Pattern.DOTALL);
    private static final Pattern HEADERS = Pattern.compile(".*:.*\\R\\s*\\R", Pattern.DOTALL);

    /**
     * Reads all blocks of a file; text between them is skipped.
     *
     * @throws IOException if the file cannot be read or a block is damaged; the message says which
     */
    static List<PemBlock> in(Path file) throws IOException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MAX_FILE_BYTES);
        }
        try {
            return BLOCK.matcher(new String(content, StandardCharsets.ISO_8859_1))
                    .results()
                    .map(found -> new PemBlock(
                            found.group(1),
                            Base64.getMimeDecoder()
                                    .decode(HEADERS.matcher(found.group(2)).replaceFirst("")),
                            found.group(1).startsWith("ENCRYPTED")
                                    || found.group(2).contains("ENCRYPTED")))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IOException("a block is not Base64", e);
        }
    }

    boolean isCertificate() {
        return label.equals("CERTIFICATE") || label.equals("X509 CERTIFICATE");
    }

    boolean isPrivateKey() {
        return label.endsWith("PRIVATE KEY");
    }
}
