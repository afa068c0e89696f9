package coderbased.autobahn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the server's WebSockets keep to RFC 6455. */
class ConformanceTest {

    private static final int CASES = 200;

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
        jettys.forEach((name, result) -> assertTrue(!result.contains("FAILED"), name + ": " + result));
    }
}
