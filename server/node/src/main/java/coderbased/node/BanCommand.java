package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

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
@Command(name = "ban", mixinStandardHelpOptions = true)
final class BanCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private DataOption server = new DataOption();

    @Parameters(paramLabel = "HANDLE", descriptionKey = "command.handle")
    private String handle = "";

    @Option(names = "--until", paramLabel = "INSTANT", converter = Moment.class, descriptionKey = "ban.until")
    private @Nullable Instant until;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "ban.reason")
    private @Nullable String reason;

    @Override
    public void run() {
        server.door().put(AuthHttp.ADMIN_BAN, handle, new AuthHttp.Ban(until, reason));
        spec.commandLine()
                .getOut()
                .println(
                        until == null
                                ? MESSAGES.text("ban.done", "handle", handle)
                                : MESSAGES.text("ban.doneUntil", "handle", handle, "until", until));
    }
}
