package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.linking.LinkCheck;
import coderbased.http.TrustedProxies;
import coderbased.tls.Tls;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Callers on this machine use a name of this machine; everybody else the names that the server has. */
final class HostCheckTest {

    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress HERE_TOO = InetAddress.ofLiteral("::1");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("192.0.2.7");
    private static final String NAME = "chat.example.org";
    private static final int PORT = 7070;

    private static final List<String> THIS_MACHINE = List.of(
            "localhost",
            "localhost:7070",
            "LOCALHOST:7070",
            "localhost.",
            "app.localhost:7070",
            "127.0.0.1",
            "127.0.0.1:7070",
            "127.9.8.7:80",
            "[::1]",
            "[::1]:7070",
            "[0:0:0:0:0:0:0:1]:7070",
            "[::ffff:127.0.0.1]");

    private static final List<String> OTHERS = List.of(
            "evil.example",
            "evil.example:7070",
            "localhost.evil.example",
            "evillocalhost",
            "127.0.0.1.evil.example",
            "127.0.0.1@evil.example",
            "0.0.0.0:7070",
            "[::]:7070",
            "192.0.2.7:7070",
            "[2001:db8::1]:7070",
            "",
            ":7070",
            ".",
            "[",
            "]",
            "[::1",
            "::1]evil.example",
            NAME);

    @Test
    void aPlainServerAcceptsTheNamesOfThisMachine() {
        HostCheck plain = check(false, TrustedProxies.NONE, Set.of());
        for (InetAddress here : List.of(HERE, HERE_TOO)) {
            assertEquals(THIS_MACHINE, admitted(plain, here, THIS_MACHINE));
            assertEquals(List.of(), admitted(plain, here, OTHERS));
        }
    }

    @Test
    void anAllowedNameIsAcceptedWithTheUsualPortsInAnyCase() {
        HostCheck named = check(false, TrustedProxies.NONE, Set.of("Chat.Example.org"));
        List<String> spellings = List.of(
                NAME, NAME + ":7070", NAME + ":443", NAME + ":80", "CHAT.example.ORG", NAME + ".", NAME + ".:7070");
        assertEquals(spellings, admitted(named, HERE, spellings));
        assertEquals(spellings, admitted(named, ELSEWHERE, spellings));
        List<String> own =
                THIS_MACHINE.stream().filter(name -> !name.endsWith(":80")).toList();
        assertEquals(own, admitted(named, HERE, THIS_MACHINE));
        assertEquals(List.of(), admitted(named, ELSEWHERE, THIS_MACHINE), "elsewhere, this machine is another one");
        assertEquals(List.of(NAME), admitted(named, HERE, OTHERS));
    }

    @Test
    void anAllowedNameIsRefusedOnOtherPorts() {
        List<String> others =
                List.of(NAME + ":7071", NAME + ":8443", NAME + ":0443", NAME + ":", NAME + ":x", "localhost:9");
        HostCheck named = check(true, TrustedProxies.of(List.of("127.0.0.1")), Set.of(NAME));
        assertEquals(List.of(NAME + ":"), admitted(named, HERE, others));
        HostCheck withPort = check(true, TrustedProxies.of(List.of("127.0.0.1")), Set.of(NAME + ":8443"));
        List<String> all = List.of(NAME, NAME + ":443", NAME + ":7070", NAME + ":8443", "CHAT.example.org.:8443");
        assertEquals(List.of(NAME + ":8443", "CHAT.example.org.:8443"), admitted(withPort, ELSEWHERE, all));
        HostCheck usual = check(true, TrustedProxies.NONE, Set.of(NAME + ":443", "[2001:db8::1]:8443"));
        assertEquals(List.of(NAME, NAME + ":443"), admitted(usual, ELSEWHERE, all));
        List<String> literal = List.of("[2001:db8::1]:8443", "[2001:db8::1]", "[2001:db8::1]:7070");
        assertEquals(literal.subList(0, 1), admitted(usual, ELSEWHERE, literal));
    }

    @Test
    void addressHasOneNameHoweverItIsSpelled() {
        List<String> spellings = List.of("[fd00::1]", "[FD00:0::0001]", "[fd00::1]:7070");
        for (String name : List.of("fd00::1", "[fd00::1]", "[FD00:0:0::1]")) {
            assertTrue(HostCheck.isName(name), name);
            assertEquals(spellings, admitted(check(false, TrustedProxies.NONE, Set.of(name)), ELSEWHERE, spellings));
        }
        assertEquals(
                List.of(),
                admitted(check(false, TrustedProxies.NONE, Set.of("fd00::1")), ELSEWHERE, List.of("[fd00:]:1")));
    }

    @Test
    void aTrustedProxyMayPassOnAnyName() {
        HostCheck behind = check(true, TrustedProxies.of(List.of("127.0.0.1")), Set.of());
        assertEquals(OTHERS, admitted(behind, HERE, OTHERS));
        assertEquals(List.of(), admitted(behind, HERE_TOO, OTHERS), "that is not the proxy");
        assertEquals(OTHERS, admitted(behind, ELSEWHERE, OTHERS));
    }

    @Test
    void behindAnUndeclaredProxyEverybodyLooksLocal() {
        HostCheck behind = check(true, TrustedProxies.NONE, Set.of());
        assertEquals(OTHERS, admitted(behind, HERE, OTHERS));
    }

    private static HostCheck check(boolean behindTlsProxy, TrustedProxies proxies, Set<String> names) {
        return HostCheck.of(new Settings.Trust(LinkCheck.ADAPTIVE, Set.of(), behindTlsProxy, proxies, null, names));
    }

    @Test
    void withTlsTheCertificateDecidesTheNames() {
        Tls tls = new Tls(Path.of("server.crt"), Path.of("server.key"));
        HostCheck secured = HostCheck.of(
                new Settings.Trust(LinkCheck.ADAPTIVE, Set.of(), false, TrustedProxies.NONE, tls, Set.of()));
        assertEquals(OTHERS, admitted(secured, HERE, OTHERS));
    }

    private static List<String> admitted(HostCheck check, InetAddress peer, List<String> names) {
        return names.stream().filter(name -> check.admits(peer, name, PORT)).toList();
    }
}
