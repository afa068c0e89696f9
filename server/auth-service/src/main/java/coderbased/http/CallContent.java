package coderbased.http;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The headers and the body of an HTTP call, read with suspicion. For one thread.
 *
 * @param headers every value of a header, in order, by its name
 * @param stream the body, which may be endless
 */
public record CallContent(Function<String, List<String>> headers, InputStream stream) {

    private static final String JSON = "application/json";

    /**
     * Returns the value of a header that a call has once (RFC 9449 section 4.3); two may mean two different things to
     * two readers.
     *
     * @param otherwise the code of the refusal where there are two
     */
    public Optional<String> header(String name, ErrorCode otherwise) {
        List<String> values = headers.apply(name);
        if (values.size() > 1) {
            throw refused(otherwise, "The request has the header " + name + " more than once.");
        }
        return values.stream().findFirst();
    }

    /**
     * Returns the body as that record.
     *
     * @param received called once all bytes are there, before they are judged
     * @throws CallRefused if it is more than {@link Protocol#MAX_BODY_BYTES}, or no text, or not declared as JSON
     * @throws IOException if the caller hung up
     */
    public <T> T body(Class<T> type, Runnable received) throws Wire.Malformed, IOException {
        requireJson();
        byte[] bytes = stream.readNBytes(Protocol.MAX_BODY_BYTES + 1);
        received.run();
        if (bytes.length > Protocol.MAX_BODY_BYTES) {
            throw refused(
                    ErrorCode.TOO_BIG, "The request is too large. The limit is " + Protocol.MAX_BODY_BYTES + " bytes.");
        }
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Wire.read(json, type);
        } catch (CharacterCodingException _) {
            throw refused(ErrorCode.BAD_REQUEST, "The server did not understand this app: not UTF-8.");
        }
    }

    /**
     * A web page may send other types to any server without asking (the Fetch standard calls them CORS-safelisted),
     * this one only where the server agrees, which it never does.
     */
    private void requireJson() {
        String declared = header("Content-Type", ErrorCode.BAD_REQUEST).orElse("");
        String mediaType = declared.split(";", 2)[0].strip();
        if (!mediaType.equalsIgnoreCase(JSON)) {
            throw refused(
                    ErrorCode.NOT_JSON,
                    "The server did not understand this app: the Content-Type must be " + JSON + ".");
        }
    }

    private static CallRefused refused(ErrorCode code, String sentence) {
        return new CallRefused(Problem.of(code, sentence));
    }
}
