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
            "Moves accounts and messages from the data directory's own database into an empty PostgreSQL one. Stop the server",
            "first. Whatever interrupts it: started again, it goes on where it stopped. At the end every table is counted."
        })
final class MigrateCommand implements Runnable {

    static final String POSTGRESQL = "jdbc:postgresql://";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "jdbc:postgresql://…",
            defaultValue = "${env:CODERBASED_DATABASE}",
            description =
                    "That database, with user and password behind a question mark: ?user=chat&password=…; or none, and"
                            + " CODERBASED_DATABASE says it, which nobody else on this machine can read.")
    private String url = "";

    @Option(
            names = "--data",
            defaultValue = DataOption.STANDARD,
            description = "The server's data directory (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(DataOption.STANDARD);

    @Override
    public void run() {
        if (!url.startsWith(POSTGRESQL)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "migrate-to: this is no address of a PostgreSQL database. It begins with " + POSTGRESQL + ".");
        }
        new Moving(data, url, line -> {
                    spec.commandLine().getOut().println(line);
                    spec.commandLine().getOut().flush();
                })
                .run(new SecureRandom());
    }
}
