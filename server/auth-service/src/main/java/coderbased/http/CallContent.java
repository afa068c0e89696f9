package coderbased.http;

import coderbased.protocol.ProblemReason;
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
     * @param otherwise the refusal where there are two, with the argument {@code header}
     */
    public Optional<String> header(String name, ProblemReason otherwise) {
        List<String> values = headers.apply(name);
        if (values.size() > 1) {
            throw refused(otherwise, "header", name);
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
            throw refused(ProblemReason.BODY_LENGTH, "maxBytes", Protocol.MAX_BODY_BYTES);
        }
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Wire.read(json, type);
        } catch (CharacterCodingException _) {
            throw refused(ProblemReason.BODY_NOT_TEXT);
        }
    }

    /**
     * A web page may send other types to any server without asking (the Fetch standard calls them CORS-safelisted),
     * this one only where the server agrees, which it never does.
     */
    private void requireJson() {
        String declared = header("Content-Type", ProblemReason.HEADER_REPEATED).orElse("");
        String mediaType = declared.split(";", 2)[0].strip();
        if (!mediaType.equalsIgnoreCase(JSON)) {
            throw refused(ProblemReason.BODY_NOT_JSON, "type", JSON);
        }
    }

    private static CallRefused refused(ProblemReason reason, Object... namesAndValues) {
        return new CallRefused(reason.problem(namesAndValues));
    }
}
