package coderbased.autobahn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    void ownSocketsConformAsJettysDo() throws Exception {
        Map<String, String> jettys;
        try (Echo server = Echo.asJettyServes()) {
            jettys = Suite.playedAgainst("jetty", server.address());
        }
        try (Echo server = Echo.asWeServe()) {
            Map<String, String> ours = Suite.playedAgainst("coderbased-chat", server.address());
            ours.keySet().removeIf(BINARY.asMatchPredicate());
            Map<String, String> texts = new TreeMap<>(jettys);
            texts.keySet().removeIf(BINARY.asMatchPredicate());
            assertEquals(texts, ours);
        }
        assertTrue(jettys.size() > CASES, "only " + jettys.size() + " cases were played");
        jettys.keySet().removeAll(OUT_OF_DATE);
        jettys.forEach((name, result) -> assertFalse(result.contains("FAILED"), name + ": " + result));
    }
}
