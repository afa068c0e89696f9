package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.i18n.CommandLineWords;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The server program: {@code java -jar coderbased-chat-server.jar}. */
public final class ServerMain {

    /** Columns of the help text. */
    private static final int HELP_WIDTH = 110;

    private static final Logger LOG = LoggerFactory.getLogger(ServerMain.class);

    private ServerMain() {}

    /** Runs what the arguments and the environment say, then ends the program with an {@link ExitCode}. */
    public static void main(String[] args) {
        CommandLine program = program(System.getenv());
        program.setOut(TerminalText.writer(System.out, System.out.charset()))
                .setErr(TerminalText.writer(System.err, System.err.charset()));
        if (!CommandLineRules.isReadable(args, System.getenv())) {
            program.getErr().println(MESSAGES.text("options.unreadable"));
            System.exit(ExitCode.REFUSED_SETTING.number());
        }
        System.exit(program.execute(args));
    }

    /** The program as its arguments drive it. */
    static CommandLine program(Map<String, String> environment) {
        CommandLine program = new CommandLine(new ServeCommand());
        program.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
        program.setUsageHelpWidth(HELP_WIDTH).setResourceBundle(MESSAGES.bundle());
        describe(program);
        return CommandLineWords.teach(program)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .registerConverter(Path.class, new CommandLineRules.PathConverter(System.getProperty("user.dir")))
                .setExecutionStrategy(ServerMain::run)
                .setExecutionExceptionHandler(ServerMain::complain)
                .setParameterExceptionHandler((refused, arguments) -> refuse(refused));
    }

    private static void describe(CommandLine program) {
        program.getCommandSpec()
                .usageMessage()
                .description(MESSAGES.text("options.description"))
                .commandListHeading(MESSAGES.text("options.commands"))
                .exitCodeListHeading(MESSAGES.text("options.exitCodes"));
        Map<String, String> keys = Map.of(
                "ban", "ban.description",
                "unban", "unban.description",
                "accounts", "accounts.description",
                "sessions", "sessions.description",
                "migrate-to", "migrate.description",
                "attack-lab", "attackLab.description");
        keys.forEach((name, key) -> {
            CommandLine command =
                    Objects.requireNonNull(program.getSubcommands().get(name), name);
            command.setResourceBundle(MESSAGES.bundle());
            command.getCommandSpec().usageMessage().description(MESSAGES.text(key));
        });
    }

    private static int run(ParseResult typed) {
        CommandLineRules.passOn(typed);
        return new CommandLine.RunLast().execute(typed);
    }

    private static int complain(Exception failure, CommandLine command, ParseResult arguments) {
        if (failure instanceof StartupException refused) {
            command.getErr().println(refused.getMessage());
            return refused.exitCode().number();
        }
        LOG.error("The program ended unexpectedly", failure);
        return ExitCode.FAILED.number();
    }

    private static int refuse(CommandLine.ParameterException refused) {
        PrintWriter err = refused.getCommandLine().getErr();
        err.println(CommandLineWords.of(refused));
        err.println(MESSAGES.text("options.moreHelp"));
        return ExitCode.REFUSED_SETTING.number();
    }
}
