package coderbased.node;

import coderbased.testing.Deadlines;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection, on which everything may be said. */
public final class RawCall {

    private static final int LIMIT_MILLIS = Deadlines.millis(30_000);

    private RawCall() {}

    /**
     * All that is answered to those bytes until the server hangs up.
     *
     * @param said in Latin-1, a byte a character; it has to ask for an end of the connection
     */
    public static String answer(int port, String said) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The status of the first answer; 0 where there was none. */
    public static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
