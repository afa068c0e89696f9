package coderbased.node;

import coderbased.protocol.AuthHttp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Suspends an account. */
@Command(
        name = "ban",
        mixinStandardHelpOptions = true,
        description = "Suspends an account: every device of it is logged out at once.")
final class BanCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private DataOption server = new DataOption();

    @Parameters(paramLabel = "HANDLE", description = "What the person signs in with.")
    private String handle = "";

    @Option(
            names = "--until",
            paramLabel = "MOMENT",
            converter = Moment.class,
            description = "When it ends, for example 2030-01-31T12:00:00Z (default: never).")
    private @Nullable Instant until;

    @Option(names = "--reason", paramLabel = "TEXT", description = "What the person is told about it.")
    private @Nullable String reason;

    @Override
    public void run() {
        server.door().put(AuthHttp.ADMIN_BAN, handle, new AuthHttp.Ban(until, reason));
        spec.commandLine().getOut().println(handle + " is suspended" + (until == null ? "." : " until " + until + "."));
    }
}
