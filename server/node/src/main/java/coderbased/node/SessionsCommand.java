package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.AuthHttp.SessionLine;
import coderbased.protocol.AuthHttp.SessionList;
import coderbased.protocol.Logout;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists an account's sessions. */
@Command(name = "sessions", mixinStandardHelpOptions = true)
final class SessionsCommand implements Runnable {

    private static final String LINE = "%-6s %-24s %-20s %-20s %s%n";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private DataOption server = new DataOption();

    @Parameters(paramLabel = "HANDLE", descriptionKey = "command.handle")
    private String handle = "";

    @Override
    public void run() {
        SessionList list = server.door().get(AuthHttp.ADMIN_SESSIONS, handle, SessionList.class);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                LINE,
                MESSAGES.text("sessions.kind"),
                MESSAGES.text("sessions.device"),
                MESSAGES.text("sessions.since"),
                MESSAGES.text("sessions.lastSeen"),
                MESSAGES.text("sessions.ended"));
        for (SessionLine line : list.sessions()) {
            out.printf(
                    LINE,
                    line.kind(),
                    TerminalText.of(line.deviceName()),
                    TerminalText.of(line.createdAt()),
                    TerminalText.of(line.lastActiveAt()),
                    ended(line.ended()));
        }
    }

    private static String ended(@Nullable Logout logout) {
        return logout == null ? "" : TerminalText.of(logout.at()) + " " + logout.reason();
    }
}
