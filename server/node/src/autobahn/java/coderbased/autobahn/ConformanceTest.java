package coderbased.autobahn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conformance of the server's WebSockets to RFC 6455. */
class ConformanceTest {

    private static final int CASES = 300;

    /** Close codes that were nobody's when the suite was written, and have a meaning since (1012, 1013, 1014). */
    private static final Set<String> OUT_OF_DATE = Set.of("7.9.6", "7.9.7", "7.9.8");

    @Test
    void whatIsChangedOfJettysWebSocketsMakesThemNoWorse() throws Exception {
        Map<String, String> jettys;
        try (Echo server = Echo.asJettyServes()) {
            jettys = Suite.playedAgainst("jetty", server.address());
        }
        try (Echo server = Echo.asWeServe()) {
            assertEquals(jettys, Suite.playedAgainst("coderbased-chat", server.address()));
        }
        assertTrue(jettys.size() > CASES, "only " + jettys.size() + " cases were played");
        jettys.keySet().removeAll(OUT_OF_DATE);
        jettys.forEach((name, result) -> assertFalse(result.contains("FAILED"), name + ": " + result));
    }
}
