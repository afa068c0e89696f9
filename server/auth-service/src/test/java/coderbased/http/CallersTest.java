package coderbased.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The one decision about where a caller is. */
class CallersTest {

    private static final TrustedProxies WIDE = TrustedProxies.of(List.of("127.0.0.1", "::1", "10.0.0.0/8"));

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Callers.class.getName());

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"})
    void directCallFromLoopbackIsThisMachine(String connected) {
        assertTrue(direct().of(address(connected), headers()).isThisMachine());
        for (String host : List.of("localhost:7070", "LOCALHOST", "127.0.0.1:7070", "[::1]:7070", "[::1]")) {
            assertTrue(direct().of(address(connected), headers("Host", host)).isThisMachine(), host);
        }
        assertEquals(List.of(), warnings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chat.example.org", "localhost.evil.example:7070", "192.168.1.2:7070", "evil", "0.0.0.0", "", "["
            })
    void loopbackCallForAnotherNameIsNotThisMachine(String host) {
        CallerAddress caller = direct().of(address("127.0.0.1"), headers("Host", host));
        assertEquals(CallerAddress.UNKNOWN, caller);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "Forwarded",
                "X-Real-IP",
                "Via",
                "X-Forwarded-Proto",
                "X-Forwarded-Host",
                "CF-Connecting-IP",
                "True-Client-IP"
            })
    void forwardingHeaderFromLoopbackMakesTheCallerUnknownAndIsWarnedOfOnce(String header) {
        Callers callers = direct();
        for (String value : List.of("203.0.113.9", "127.0.0.1", "for=127.0.0.1", "for=\"[::1]:4711\"", "_hidden", "")) {
            assertEquals(
                    CallerAddress.UNKNOWN, callers.of(address("127.0.0.1"), headers(header, value)), header + value);
            assertEquals(CallerAddress.UNKNOWN, callers.of(address("::1"), headers(header, value)), header + value);
        }
        assertEquals(1, warnings().size(), warnings().toString());
        String warning = warnings().getFirst();
        assertTrue(warning.contains("--behind-tls-proxy --trusted-proxies=127.0.0.1"), warning);
        assertTrue(warning.contains(header), warning);
    }

    @Test
    void forwardingHeaderFromElsewhereIsCountedAndNeverNear() {
        CallerAddress caller = direct().of(address("192.168.1.2"), headers("X-Forwarded-For", "127.0.0.1"));
        assertFalse(caller.certain());
        assertFalse(caller.isThisMachine());
        assertEquals("192.168.1.2", caller.network().orElseThrow(), "a header does not lift the limits");
        assertEquals("unknown", caller.text());
        assertEquals(1, warnings().size());
    }

    @Test
    void directCallFromElsewhereIsWhereItIs() {
        assertEquals(
                CallerAddress.certain(address("192.168.1.2")),
                direct().of(address("192.168.1.2"), headers("Host", "chat.example.org")));
    }

    @Test
    void behindUnknownProxiesEverybodyIsUnknown() {
        Callers callers = new Callers(TrustedProxies.NONE, true, System::nanoTime);
        for (String connected : List.of("127.0.0.1", "::1", "10.0.0.2", "203.0.113.9")) {
            assertEquals(CallerAddress.UNKNOWN, callers.of(address(connected), headers()));
            assertEquals(
                    CallerAddress.UNKNOWN, callers.of(address(connected), headers("X-Forwarded-For", "198.51.100.1")));
        }
        assertEquals(List.of(), warnings(), "that is what was set");
    }

    @Test
    void behindAProxyWhoeverIsNotTheProxyIsNeverNear() {
        Callers callers = new Callers(TrustedProxies.of(List.of("10.0.0.2")), true, System::nanoTime);
        assertFalse(callers.of(address("10.0.0.3"), headers()).certain());
        assertEquals(
                "10.0.0.3", callers.of(address("10.0.0.3"), headers()).network().orElseThrow());
        assertEquals(CallerAddress.UNKNOWN, callers.of(address("127.0.0.1"), headers()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1 | 198.51.100.1",
                "127.0.0.1, 198.51.100.1 | 198.51.100.1",
                "198.51.100.1, 127.0.0.1 | 198.51.100.1",
                "198.51.100.1, 10.1.1.1, ::1 | 198.51.100.1",
                "::ffff:198.51.100.1 | 198.51.100.1",
                "[2001:db8::5]:4711 | 2001:db8:0:0:0:0:0:5",
                "fe80::5%eth7 | fe80:0:0:0:0:0:0:5",
                "192.168.3.4:55 | 192.168.3.4",
            })
    void trustedProxySpeaksForItsCaller(String said, String caller) {
        Callers callers = new Callers(WIDE, true, System::nanoTime);
        assertEquals(
                caller,
                callers.of(address("127.0.0.1"), headers("X-Forwarded-For", said))
                        .text());
        assertEquals(
                caller,
                callers.of(address("10.9.9.9"), headers("X-Forwarded-For", said))
                        .text());
        assertEquals(List.of(), warnings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "127.0.0.1:80",
                "[::1]:80",
                "127.0.0.2",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "127.1",
                "2130706433",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "::127.0.0.1",
                "::1%lo",
                "0.0.0.0",
                "::",
                "224.0.0.1",
                "10.1.1.1",
                "10.1.1.1, 127.0.0.1",
                "unknown",
                "_hidden",
                "",
                " ",
                ",",
                "localhost",
                "for=127.0.0.1",
                "198.51.100.1, 127.0.0.2",
                "198.51.100.1, unknown",
                "198.51.100.1,"
            })
    void claimThatNamesNobodyElseIsNotBelieved(String said) {
        Callers callers = new Callers(WIDE, true, System::nanoTime);
        for (String proxy : List.of("127.0.0.1", "::1", "10.9.9.9")) {
            CallerAddress caller = callers.of(address(proxy), headers("X-Forwarded-For", said));
            assertEquals(CallerAddress.UNKNOWN, caller, proxy + " says " + said);
        }
        assertEquals(1, warnings().size(), warnings().toString());
    }

    @Test
    void claimOfTheServersOwnAddressIsNotBelieved() throws Exception {
        Callers callers = new Callers(TrustedProxies.of(List.of("203.0.113.0/24")), true, System::nanoTime);
        List<InetAddress> own = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .toList();
        assertFalse(own.isEmpty());
        for (InetAddress address : own) {
            CallerAddress caller =
                    callers.of(address("203.0.113.1"), headers("X-Forwarded-For", address.getHostAddress()));
            assertEquals(CallerAddress.UNKNOWN, caller, address.toString());
        }
        assertTrue(
                warnings().getFirst().contains("--trusted-proxies"), warnings().toString());
    }

    @Test
    void severalHeaderLinesAreOneListAndOnlyXForwardedForIsBelieved() {
        Callers callers = new Callers(WIDE, true, System::nanoTime);
        Map<String, List<String>> several = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        several.put("X-Forwarded-For", List.of("127.0.0.1", "198.51.100.1, 10.1.1.1"));
        several.put("Forwarded", List.of("for=127.0.0.1"));
        several.put("X-Real-IP", List.of("127.0.0.1"));
        assertEquals(
                "198.51.100.1",
                callers.of(address("127.0.0.1"), name -> several.getOrDefault(name, List.of()))
                        .text());
        assertEquals(CallerAddress.UNKNOWN, callers.of(address("127.0.0.1"), headers("Forwarded", "for=198.51.100.1")));
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static Callers direct() {
        return new Callers(TrustedProxies.NONE, false, System::nanoTime);
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static Function<String, List<String>> headers() {
        return name -> List.of();
    }

    private static Function<String, List<String>> headers(String header, String value) {
        return name -> name.equalsIgnoreCase(header) ? List.of(value) : List.of();
    }
}
