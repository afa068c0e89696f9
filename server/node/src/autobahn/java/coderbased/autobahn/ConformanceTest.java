package coderbased.autobahn;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Conformance of the server's WebSockets to RFC 6455. */
class ConformanceTest {

    private static final int CASES = 300;

    /** Close codes that were nobody's when the suite was written, and have a meaning since (1012, 1013, 1014). */
    private static final Set<String> OUT_OF_DATE = Set.of("7.9.6", "7.9.7", "7.9.8");

    /** Cases of binary messages, which the Chat Service refuses. */
    private static final Pattern BINARY = Pattern.compile("(1\\.2|9\\.[2468])\\..*");

    @Test
    void socketsConform() throws Exception {
        try (Echo server = Echo.start()) {
            Map<String, String> results = Suite.playedAgainst("coderbased-chat", server.address());
            assertTrue(results.size() > CASES, "only " + results.size() + " cases were played");
            results.keySet().removeAll(OUT_OF_DATE);
            results.keySet().removeIf(BINARY.asMatchPredicate());
            results.forEach((name, result) -> assertFalse(result.contains("FAILED"), name + ": " + result));
        }
    }
}
