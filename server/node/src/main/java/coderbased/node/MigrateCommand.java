package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import java.nio.file.Path;
import java.security.SecureRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Moves the embedded database into PostgreSQL. */
@Command(name = "migrate-to", mixinStandardHelpOptions = true)
final class MigrateCommand implements Runnable {

    static final String POSTGRESQL = "jdbc:postgresql://";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ADDRESS",
            arity = "0..1",
            defaultValue = "${env:CODERBASED_DATABASE}",
            descriptionKey = "migrate.address")
    private String url = "";

    @Option(names = "--data", paramLabel = "DIR", defaultValue = DataOption.STANDARD, descriptionKey = "migrate.data")
    private Path data = Path.of(DataOption.STANDARD);

    @Override
    public void run() {
        if (!url.startsWith(POSTGRESQL)) {
            throw new ParameterException(
                    spec.commandLine(), MESSAGES.text("migrate.address.wrong", "begin", POSTGRESQL));
        }
        new Moving(data, url, line -> {
                    spec.commandLine().getOut().println(line);
                    spec.commandLine().getOut().flush();
                })
                .run(new SecureRandom());
    }
}
