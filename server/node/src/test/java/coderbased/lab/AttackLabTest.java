package coderbased.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import coderbased.auth.linking.LinkCheck;
import coderbased.chat.AccountLimits;
import coderbased.chat.ChatLimits;
import coderbased.http.TrustedProxies;
import coderbased.node.Node;
import coderbased.node.Settings;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab says of a bad server what it let in: no row of it is green whatever happens. */
class AttackLabTest {

    @TempDir
    private Path folder;

    @Test
    void aServerWithoutCheckNumbersIsDetected() {
        Set<String> names = Set.of("relay", "check number guessed");
        List<Attack> both = LinkAttacks.all().stream()
                .filter(attack -> names.contains(attack.name()))
                .toList();
        assertEquals(names, letIn(attack(settings -> settings.with(LinkCheck.NEVER), both)));
    }

    @Test
    void aServerWithoutOriginAndSocketLimitsIsDetected() {
        Settings.Trust trusting =
                new Settings.Trust(LinkCheck.ALWAYS, Set.of("https://evil.example"), false, TrustedProxies.NONE, null);
        List<Attack> both = Stream.of(SurfaceAttacks.all(), FloodAttacks.all())
                .flatMap(List::stream)
                .filter(attack -> Set.of("foreign page", "flood of sockets").contains(attack.name()))
                .toList();
        Set<String> letIn = letIn(attack(
                settings -> settings.with(trusting).with(ChatLimits.standard().withPerAddress(0)), both));
        assertEquals(Set.of("foreign page", "flood of sockets"), letIn);
    }

    /** To a server that takes its proxy for the caller, the one that floods is on this very machine, and welcome. */
    @Test
    void aServerWithoutCodeLimitsIsDetected() {
        List<Attack> codes = FloodAttacks.all().stream()
                .filter(attack -> attack.name().equals("flood of codes"))
                .toList();
        assertEquals(Set.of("flood of codes"), letIn(attack(settings -> settings, codes)));
    }

    @Test
    void excessesOfOneAccountAreRefused() {
        assertEquals(Set.of(), letIn(attack(settings -> settings, AccountAttacks.all())));
    }

    @Test
    void aServerWithoutAccountLimitsIsDetected() {
        ChatLimits unlimited = ChatLimits.standard().withAccounts(AccountLimits.unlimited());
        assertEquals(
                Set.of(
                        "flood of messages",
                        "flood of groups",
                        "buried invitation",
                        "stranger's group",
                        "repeated invitation"),
                letIn(attack(settings -> settings.with(unlimited), AccountAttacks.all())));
    }

    @Test
    void malformedEntryRequestsAreRefused() {
        assertEquals(Set.of(), letIn(attack(settings -> settings, EntryAttacks.all())));
    }

    /** A server that says yes to everything: whatever the lab asks for over HTTP is given. */
    @Test
    void anAttackThatCannotBeTriedDoesNotCountAsRefused() throws Exception {
        HttpServer yes = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        yes.createContext("/", exchange -> {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        yes.start();
        try {
            URI server = URI.create("http://127.0.0.1:" + yes.getAddress().getPort());
            AttackLab.Report report = new AttackLab(new SecureRandom(), Clock.systemUTC()).run(server);
            assertFalse(report.allRefused());
            // Its answer to a handshake is a refusal, so foreign pages are kept out even here.
            Set<String> all = Stream.of(
                            LinkAttacks.all(),
                            TokenAttacks.all(),
                            SurfaceAttacks.all(),
                            EntryAttacks.all(),
                            FloodAttacks.all(),
                            AccountAttacks.all(),
                            PrivacyAttacks.all())
                    .flatMap(List::stream)
                    .map(Attack::name)
                    .filter(name -> !name.equals("foreign page"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(all, letIn(report));
        } finally {
            yes.stop(0);
        }
    }

    private AttackLab.Report attack(UnaryOperator<Settings> how, List<Attack> attacks) {
        Settings settings = how.apply(Settings.standard(folder).withPort(0).with(LinkCheck.ALWAYS));
        try (Node node = Node.start(settings, Clock.systemUTC());
                TargetServer ground =
                        new TargetServer(URI.create(node.address()), new SecureRandom(), Clock.systemUTC())) {
            return new AttackLab.Report(
                    attacks.stream().map(attack -> attack.on(ground)).toList());
        }
    }

    private static Set<String> letIn(AttackLab.Report report) {
        return report.attacks().stream()
                .filter(verdict -> !verdict.refused())
                .map(Verdict::attack)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
