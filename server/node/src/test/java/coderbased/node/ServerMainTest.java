package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                "--bus=redis://bus:99999 | Example: redis://",
                "--bus=redis://bus --bus-ca=ca.pem | rediss://",
                "--bus=rediss://bus --bus-ca=/none/ca.pem | cannot be read",
                "--files=/mnt/files | s3://my-files",
                "--files-endpoint=http://storage:9000 | --files.",
                "--device-limit=0 | 1 or more",
                "--files-per-account=lots | 500MB",
                "--messages-per-day=0 | 1 or more",
                "--waiting-desktops=0 | 1 or more",
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
                "--port=1 accounts | --port",
                "--host=::1 --data=x ban ada | --host",
                "--database=jdbc:postgresql://db/chat migrate-to | --database",
                "--data=x attack-lab | attack-lab",
                "--groups-without-asking sessions ada | sessions",
                "ban | HANDLE",
                "ban ada --until=tomorrow | 2030-01-31T12:00:00Z"
            })
    void aRefusedSettingIsNamedWithTheAllowedValues(String arguments, String named) {
        assertEquals(ExitCode.REFUSED_SETTING.number(), run(Map.of(), arguments.split(" ")));
        assertTrue(err.toString().contains(named), err.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port abc | --port: This is not a whole number. Use digits only, at most 2,147,483,647.",
                "--port= | --port: This is not a whole number. Use digits only, at most 2,147,483,647.",
                "--port=99999999999 | --port: This is not a whole number. Use digits only, at most 2,147,483,647.",
                "--port | --port needs a value. Write --port PORT.",
                "--data --port=1 | --data needs a value. Write --data DIR.",
                "--database accounts | --database needs a value. Write --database ADDRESS.",
                "--port=1 --port=2 | --port is set twice. Set it once.",
                "--prot 1 | coderbased-chat-server has no setting --prot. Did you mean --port?",
                "--PORT=1 | coderbased-chat-server has no setting --PORT. Did you mean --port?",
                "--databse=jdbc:pw | coderbased-chat-server has no setting --databse." + " Did you mean --database?",
                "--colour=red | coderbased-chat-server has no such setting.",
                "bna ada | coderbased-chat-server has no command \"bna\". Did you mean ban?",
                "redis://:pw@bus | coderbased-chat-server has no such command.",
                "ban | HANDLE is missing. Write it after ban.",
                "ban ada bob | ban does not need so many values. Leave the last one out.",
                "ban ada --untill=x | ban has no setting --untill. Did you mean --until?",
                "--files-endpoint=http://a^b --files=s3://b | --files-endpoint: This is not an address."
                        + " Write it as in https://example.org:8443.",
                "--behind-tls-proxy=maybe | --behind-tls-proxy: This is on or off. Set it without a value, or to true"
                        + " or false.",
                "--help=3 | --help: This is on or off. Set it without a value, or to true or false.",
                "--web-idle=5x | --web-idle: \"5x\" is not a time. Use a number with d, h, m or s,"
                        + " for example 30d or 12h",
            })
    void mistypedCommandLineIsExplained(String arguments, String sentence) {
        assertEquals(ExitCode.REFUSED_SETTING.number(), run(Map.of(), arguments.split(" ")));
        assertEquals(sentence, err.toString().lines().findFirst().orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port=0 --tls-cert=/none/cert.pem | --tls-cert: /none/cert.pem contains no certificate in PEM:"
                        + " there is no such file.",
                "--port=0 --data=/proc/none | The data directory /proc/none cannot be used (there is no such file or"
                        + " directory). Choose another with --data, or make this one writable.",
                "accounts --data=/none/data | No server runs on the data directory /none/data. Start it, or set --data"
                        + " to the directory of the running server.",
            })
    @EnabledOnOs(OS.LINUX)
    void missingFileIsNamed(String arguments, String sentence) {
        assertNotEquals(ExitCode.DONE.number(), run(Map.of(), arguments.split(" ")));
        assertEquals(sentence, err.toString().strip());
    }

    @Test
    void settingsAreReadFromTheEnvironment() {
        assertEquals(ExitCode.REFUSED_SETTING.number(), run(Map.of("CODERBASED_LINK_CHECK", "maybe")));
        assertTrue(err.toString().contains("--link-check"), err.toString());
    }

    /** Also one that the environment sets for the server, which says nothing about the command. */
    @Test
    void aCommandTakesItsOptionsFromBeforeItsName() {
        Path none = place.resolve("none");
        Map<String, String> environment = Map.of("CODERBASED_PORT", "7071");
        for (String[] arguments :
                new String[][] {{"--data=" + none, "accounts"}, {"--data=elsewhere", "accounts", "--data=" + none}}) {
            assertEquals(ExitCode.FAILED.number(), run(environment, arguments));
            assertTrue(err.toString().contains("No server runs on the data directory " + none), err.toString());
            err.getBuffer().setLength(0);
        }
    }

    /** A refused start leaves nothing behind: neither folders nor content, nor a lock in an empty folder. */
    @ParameterizedTest
    @ValueSource(strings = {"new", "new/deep/deeper", "empty"})
    void aRefusedStartLeavesNothingBehind(String data) throws Exception {
        Path empty = Files.createDirectory(place.resolve("empty"));
        String[] refused = {
            "--database=jdbc:postgresql://127.0.0.1:1/chat?user=u&password=p",
            "--tls-cert=/no/such --tls-key=/no/such",
            "--files=s3://bucket --files-endpoint=http://127.0.0.1:1"
        };
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<String> settings = new ArrayList<>(List.of(refused));
            settings.add("--port=" + taken.getLocalPort());
            settings.add("--admin-port=" + taken.getLocalPort());
            for (String setting : settings) {
                String[] arguments = (setting + " --data=" + place.resolve(data)
                                + (setting.startsWith("--port") ? "" : " --port=0"))
                        .split(" ");
                assertNotEquals(ExitCode.DONE.number(), run(Map.of(), arguments), setting);
                try (Stream<Path> left = Files.walk(place)) {
                    assertEquals(Set.of(place, empty), left.collect(Collectors.toSet()), setting + ": " + err);
                }
            }
        }
    }

    @Test
    void whatTheLocaleCannotReadIsRefusedWithTheSetting() {
        assertFalse(CommandLineRules.isReadable(new String[] {"--data", "\uFFFD\uFFFD"}, Map.of()));
        assertFalse(CommandLineRules.isReadable(new String[0], Map.of("CODERBASED_DATA", "\uFFFD")));
        assertTrue(CommandLineRules.isReadable(new String[] {"--data", "дача"}, Map.of("OTHER", "\uFFFD")));
        CommandLineRules.PathConverter elsewhere = new CommandLineRules.PathConverter("/home/\uFFFD");
        assertTrue(assertThrows(CommandLine.TypeConversionException.class, () -> elsewhere.convert("./data"))
                .getMessage()
                .contains("LC_ALL=C.UTF-8"));
        assertEquals(place, elsewhere.convert(place.toString()));
    }

    @Test
    void theTerminalShowsNamesOrReadableEscapes() {
        String name = "Zoë 👩\u200D🔬 🌸";
        assertEquals(name, TerminalText.of(name));
        assertEquals("a\\u{202e}b\\u{1b}[2J", TerminalText.of("a\u202Eb\u001B[2J"));
        assertEquals(name + "!\n", written(StandardCharsets.UTF_8, name + "!"));
        assertEquals("Zo\\u{eb} \\u{1f338}!\n", written(StandardCharsets.US_ASCII, "Zoë 🌸!"));
        assertEquals("Zoë \\u{1f338}!\n", written(StandardCharsets.ISO_8859_1, "Zoë 🌸!"));
    }

    private static String written(Charset charset, String line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintWriter out = TerminalText.writer(bytes, charset)) {
            out.printf("%s\n", line);
        }
        return bytes.toString(charset);
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
            String said =
                    String.join(" ", command.getCommandSpec().usageMessage().description());
            assertTrue(words(program.getUsageMessage()).contains(words(said)), "the list of commands lacks: " + said);
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

    private static String words(String text) {
        return String.join(" ", text.strip().split("\\s+"));
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
