package coderbased.node;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/**
 * A request without the headers that the web framework would obey and this server does not offer: another method than
 * the one in the request line, and subprotocols of a WebSocket, of which it would select the first, whatever it is.
 */
final class EnteringRequest extends Request.Wrapper {

    private static final List<String> IGNORED =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "Sec-WebSocket-Protocol");

    private final HttpFields headers;

    EnteringRequest(Request request) {
        super(request);
        HttpFields all = request.getHeaders();
        if (IGNORED.stream().anyMatch(all::contains)) {
            HttpFields.Mutable left = HttpFields.build(all);
            IGNORED.forEach(left::remove);
            headers = left.asImmutable();
        } else {
            headers = all;
        }
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }
}
