package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.protocol.AuthHttp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lifts a suspension. */
@Command(name = "unban", mixinStandardHelpOptions = true)
final class UnbanCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private DataOption server = new DataOption();

    @Parameters(paramLabel = "HANDLE", descriptionKey = "command.handle")
    private String handle = "";

    @Override
    public void run() {
        server.door().delete(AuthHttp.ADMIN_BAN, handle);
        spec.commandLine().getOut().println(MESSAGES.text("unban.done", "handle", handle));
    }
}
