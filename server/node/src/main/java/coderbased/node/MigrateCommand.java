package coderbased.node;

import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Moves the embedded database into PostgreSQL. */
@Command(
        name = "migrate-to",
        mixinStandardHelpOptions = true,
        description = {
            "Copies accounts and messages from the SQLite file into an empty PostgreSQL database."
                    + " Stop the server first."
                    + " If the command is interrupted, start it again: it continues where it stopped."
                    + " At the end it compares the number of rows in each table."
        })
final class MigrateCommand implements Runnable {

    static final String POSTGRESQL = "jdbc:postgresql://";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ADDRESS",
            arity = "0..1",
            defaultValue = "${env:CODERBASED_DATABASE}",
            description = {
                "The PostgreSQL database.",
                "Example: jdbc:postgresql://db/chat?user=chat&password=secret",
                "Prefer CODERBASED_DATABASE: other users of this machine can see command lines."
            })
    private String url = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DataOption.STANDARD,
            description = {"Data directory of the server.", "Default: ${DEFAULT-VALUE}"})
    private Path data = Path.of(DataOption.STANDARD);

    @Override
    public void run() {
        if (!url.startsWith(POSTGRESQL)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "migrate-to: give the address of a PostgreSQL database. It begins with " + POSTGRESQL + ".");
        }
        new Moving(data, url, line -> {
                    spec.commandLine().getOut().println(line);
                    spec.commandLine().getOut().flush();
                })
                .run(new SecureRandom());
    }
}
