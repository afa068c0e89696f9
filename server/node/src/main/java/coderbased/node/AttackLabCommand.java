package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.auth.linking.LinkCheck;
import coderbased.http.TrustedProxies;
import coderbased.lab.AttackLab;
import coderbased.lab.Verdict;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts a server for itself and attacks it. */
@Command(name = "attack-lab", mixinStandardHelpOptions = true)
final class AttackLabCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", descriptionKey = "attackLab.json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path data = folder();
        try (Node node = Node.start(settings(data), Clock.systemUTC())) {
            AttackLab.Report report =
                    new AttackLab(new SecureRandom(), Clock.systemUTC()).run(URI.create(node.address()));
            print(report);
            return (report.allRefused() ? ExitCode.DONE : ExitCode.FAILED).number();
        } finally {
            delete(data);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("coderbased-attack-lab");
        } catch (IOException e) {
            String place = System.getProperty("java.io.tmpdir");
            throw new StartupException(
                    ExitCode.FAILED, MESSAGES.text("attackLab.folder", "place", place, "reason", e.toString()), e);
        }
    }

    /**
     * Lab and server are one machine, which the number would not be asked for on and which no limit counts; the
     * attackers are far away. So the lab is a proxy too, and says so of some; and the server has a name, as proxies
     * pass on any.
     */
    private static Settings settings(Path data) {
        TrustedProxies lab = TrustedProxies.of(List.of("127.0.0.1"));
        return Settings.standard(data)
                .withPort(0)
                .with(new Settings.Trust(LinkCheck.ALWAYS, Set.of(), false, lab, null, Set.of("127.0.0.1")));
    }

    private void print(AttackLab.Report report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Wire.write(report));
            return;
        }
        for (Verdict verdict : report.attacks()) {
            out.printf(
                    "%-8s %-22s %-62s %s%n",
                    MESSAGES.text(verdict.refused() ? "attackLab.refused" : "attackLab.letIn"),
                    verdict.attack(),
                    verdict.tried(),
                    verdict.saw());
        }
        long letIn =
                report.attacks().stream().filter(verdict -> !verdict.refused()).count();
        out.println(MESSAGES.text(
                "attackLab.result", "letIn", letIn, "all", report.attacks().size()));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
