package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The program as its command line drives it. */
final class ServerMainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path place;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port=abc | --port",
                "--port=70000 | 1 to 65535",
                "--admin-port=-1 | 1 to 65535",
                "--link-check=maybe | adaptive, always, never",
                "--web-idle=5x | 30d",
                "--database=mysql://db | jdbc:postgresql://",
                "--bus=amqp://bus | redis://",
                "--bus=redis://bus | --database",
                "--files=/mnt/files | s3://my-files",
                "--files-endpoint=http://storage:9000 | --files.",
                "--device-limit=0 | 1 or more",
                "--files-per-account=lots | 500MB",
                "--host=0.0.0.0 | --behind-tls-proxy",
                "--trusted-proxies=10.0.0.0/33 | 10.0.0.0/8",
                "--allowed-hosts= | chat.example.org:8443",
                "--allowed-hosts=https://chat.example.org | chat.example.org:8443",
                "--allowed-hosts=chat.example.org/ | chat.example.org:8443",
                "--allowed-hosts=chat.example.org: | chat.example.org:8443",
                "--allowed-hosts=chat.example.org:port | chat.example.org:8443",
                "--allowed-hosts=*.example.org | chat.example.org:8443",
                "--allowed-hosts=chat.example.org,,other.example.org | chat.example.org:8443",
                "--allowed-hosts=fd00::1::2 | [2001:db8::1]:8443",
                "--allowed-origins= | https://chat.example.org:8443",
                "--allowed-origins=* | https://chat.example.org:8443",
                "--allowed-origins=chat.example.org | https://chat.example.org:8443",
                "--allowed-origins=https://chat.example.org/ | https://chat.example.org:8443",
                "--allowed-origins=https://chat.example.org:443 | https://chat.example.org:8443",
                "--allowed-origins=https://Chat.example.org | https://chat.example.org:8443",
                "--no-such-setting | --help",
                "migrate-to | jdbc:postgresql://",
                "migrate-to mysql://db | jdbc:postgresql://",
                "ban | HANDLE",
                "ban ada --until=tomorrow | 2030-01-31T12:00:00Z"
            })
    void aRefusedSettingIsNamedWithTheAllowedValues(String arguments, String named) {
        assertEquals(ExitCode.REFUSED_SETTING.number(), run(Map.of(), arguments.split(" ")));
        assertTrue(err.toString().contains(named), err.toString());
    }

    @Test
    void settingsAreReadFromTheEnvironment() {
        assertEquals(ExitCode.REFUSED_SETTING.number(), run(Map.of("CODERBASED_LINK_CHECK", "maybe")));
        assertTrue(err.toString().contains("--link-check"), err.toString());
    }

    @Test
    void everySettingIsExplained() {
        assertEquals(ExitCode.DONE.number(), run(Map.of(), "--help"));
        for (OptionSpec option : ServerMain.program(Map.of()).getCommandSpec().options()) {
            assertTrue(out.toString().contains(option.longestName()), option.longestName());
            assertTrue(option.description().length > 0, option.longestName());
        }
    }

    @Test
    void helpBreaksNoSentenceOrAddress() {
        CommandLine program = ServerMain.program(Map.of());
        List<CommandLine> all = new ArrayList<>(program.getSubcommands().values());
        for (CommandLine command : all) {
            String listed = command.getCommandSpec().usageMessage().description()[0];
            assertTrue(listed.endsWith("."), "the list of commands shows only this: " + listed);
        }
        all.add(program);
        for (CommandLine command : all) {
            List<String> shown = List.of(command.getUsageMessage().split("\\s+"));
            command.getCommandSpec().args().stream()
                    .flatMap(option -> Stream.of(option.description()))
                    .flatMap(line -> Stream.of(line.split("\\s+")))
                    .filter(word -> !word.contains("${"))
                    .forEach(word -> assertTrue(shown.contains(word), command.getCommandName() + " cuts " + word));
        }
    }

    @Test
    void commandsReachTheRunningServer() {
        Settings settings = Settings.standard(place.resolve("data")).withPort(0);
        try (Node node = Node.start(settings, Clock.systemUTC())) {
            assertEquals(
                    ExitCode.DONE.number(), run(Map.of(), "accounts", "--data=" + settings.data()), err.toString());
            assertTrue(out.toString().startsWith("HANDLE"), out.toString());
            assertEquals(ExitCode.FAILED.number(), run(Map.of(), "ban", "nobody", "--data=" + settings.data()));
            assertTrue(node.port() > 0);
        }
        assertEquals(ExitCode.FAILED.number(), run(Map.of(), "accounts", "--data=" + settings.data()));
        assertTrue(err.toString().contains("No server runs"), err.toString());
    }

    private int run(Map<String, String> environment, String... arguments) {
        CommandLine program = ServerMain.program(environment);
        program.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return program.execute(arguments);
    }
}
