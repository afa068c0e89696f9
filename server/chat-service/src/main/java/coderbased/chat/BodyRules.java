package coderbased.chat;

import coderbased.protocol.Body;
import coderbased.protocol.FileNameRule;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rules for the body of a message. They do not check that its file was uploaded. */
final class BodyRules {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** RFC 6838 section 4.2, with its limit on the length. */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}");

    private static final int MAX_SIDE_PIXELS = 100_000;

    private BodyRules() {}

    /** Returns the reason why this body is refused; empty if it is accepted. */
    static Optional<Problem> refusal(Body body) {
        return switch (body) {
            case Body.Text text -> text.text().isBlank() ? nothing() : TextRules.refusal(text.text());
            case Body.File file -> refusal(file);
            case Body.GroupEvent event -> because(ProblemReason.EVENT_BY_SERVER);
            case Body.Deleted deleted -> because(ProblemReason.MESSAGE_DELETION);
        };
    }

    /** True if the text has the form of a SHA-256 hash in lower-case hex. */
    static boolean isSha256(String hash) {
        return SHA256.matcher(hash).matches();
    }

    private static Optional<Problem> refusal(Body.File file) {
        if (!isSha256(file.sha256())) {
            return because(ProblemReason.FILE_HASH);
        }
        Optional<Problem> name = FileNameRule.problem(file.name());
        if (name.isPresent()) {
            return name;
        }
        if (!MEDIA_TYPE.matcher(file.mediaType()).matches()) {
            return because(ProblemReason.FILE_MEDIA_TYPE);
        }
        if (file.size() < 0 || file.size() > Protocol.MAX_FILE_BYTES) {
            return because(ProblemReason.FILE_LENGTH, "maxMegabytes", Protocol.MAX_FILE_BYTES / 1024 / 1024);
        }
        return file.preview() != null && !isPreview(file.preview())
                ? because(ProblemReason.FILE_PREVIEW)
                : TextRules.refusal(file.caption());
    }

    private static boolean isPreview(Body.Preview preview) {
        return isSide(preview.width())
                && isSide(preview.height())
                && preview.jpeg().length() <= Protocol.MAX_PREVIEW_CHARS
                && isBase64(preview.jpeg());
    }

    private static boolean isSide(int pixels) {
        return pixels > 0 && pixels <= MAX_SIDE_PIXELS;
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<Problem> nothing() {
        return Optional.of(RefusalReason.NOTHING.problem());
    }

    private static Optional<Problem> because(ProblemReason reason, Object... namesAndValues) {
        return Optional.of(reason.problem(namesAndValues));
    }
}
