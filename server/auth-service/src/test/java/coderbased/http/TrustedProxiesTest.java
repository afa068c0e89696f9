package coderbased.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller's address behind trusted proxies. */
class TrustedProxiesTest {

    private static final TrustedProxies PROXIES =
            TrustedProxies.of(List.of("10.1.0.0/16", "192.0.2.7", "fd00:7::/32", "10.200.0.128/25"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // connection | what it says | who calls
                "203.0.113.9 | '' | 203.0.113.9",
                "203.0.113.9 | 198.51.100.1 | 203.0.113.9",
                "10.1.2.3 | 198.51.100.1 | 198.51.100.1",
                "192.0.2.7 | 198.51.100.1 | 198.51.100.1",
                "192.0.2.8 | 198.51.100.1 | 192.0.2.8",
                "10.2.0.1 | 198.51.100.1 | 10.2.0.1",
                "10.200.0.129 | 198.51.100.1 | 198.51.100.1",
                "10.200.0.127 | 198.51.100.1 | 10.200.0.127",
                "10.1.2.3 | 127.0.0.1, 198.51.100.1 | 198.51.100.1",
                "10.1.2.3 | '127.0.0.1, 198.51.100.1, 192.0.2.7' | 198.51.100.1",
                "10.1.2.3 | 198.51.100.1:4711 | 198.51.100.1",
                "fd00:7::1 | 2001:db8::5 | 2001:db8::5",
                "fd00:8::1 | 2001:db8::5 | fd00:8::1",
                "10.1.2.3 | [2001:db8::5]:4711 | 2001:db8::5",
            })
    void whoCallsIsTheFirstThatIsNoProxySeenFromHere(String connected, String said, String caller) {
        assertEquals(
                Optional.of(InetAddress.ofLiteral(caller)),
                PROXIES.caller(InetAddress.ofLiteral(connected), List.of(said)));
    }

    @Test
    void severalHeadersAreOneList() {
        assertEquals(
                Optional.of(InetAddress.ofLiteral("198.51.100.1")),
                PROXIES.caller(
                        InetAddress.ofLiteral("10.1.2.3"), List.of("127.0.0.1, 198.51.100.1", "10.1.9.9,10.1.9.8")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "unknown", "10.1.2.4", "198.51.100.1, somebody", "localhost", "1.2.3.4.5", "[::1"})
    void aProxyThatDoesNotSayLeavesItOpen(String said) {
        assertEquals(Optional.empty(), PROXIES.caller(InetAddress.ofLiteral("10.1.2.3"), List.of(said)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/33", "fd00::/129", "10.0.0.0/-1", "10.0.0.0/x", "proxy.example.org", "/8"})
    void whatIsNoNetworkIsRefusedWithAnExample(String text) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(List.of(text)));
        assertEquals(
                text + " is not an address or a network. Use 192.0.2.7, 10.0.0.0/8 or fd00::/8.", refused.getMessage());
    }
}
