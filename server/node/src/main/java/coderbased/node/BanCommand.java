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
        description = "Suspends an account and logs out all its devices at once.")
final class BanCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private DataOption server = new DataOption();

    @Parameters(paramLabel = "HANDLE", description = "The account's handle, which the person signs in with.")
    private String handle = "";

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            converter = Moment.class,
            description = "End of the suspension, for example 2030-01-31T12:00:00Z (default: never).")
    private @Nullable Instant until;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Reason that the person is told.")
    private @Nullable String reason;

    @Override
    public void run() {
        server.door().put(AuthHttp.ADMIN_BAN, handle, new AuthHttp.Ban(until, reason));
        spec.commandLine().getOut().println(handle + " is suspended" + (until == null ? "." : " until " + until + "."));
    }
}
