package coderbased.node;

import coderbased.protocol.AuthHttp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lifts a suspension. */
@Command(
        name = "unban",
        mixinStandardHelpOptions = true,
        description = "Lifts a suspension, so that the person can sign in again.")
final class UnbanCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private DataOption server = new DataOption();

    @Parameters(paramLabel = "HANDLE", description = "The account's handle, which the person signs in with.")
    private String handle = "";

    @Override
    public void run() {
        server.door().delete(AuthHttp.ADMIN_BAN, handle);
        spec.commandLine().getOut().println(handle + " is no longer suspended.");
    }
}
