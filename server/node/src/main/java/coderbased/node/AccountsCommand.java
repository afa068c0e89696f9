package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.AuthHttp.AccountLine;
import coderbased.protocol.AuthHttp.AccountList;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the accounts. */
@Command(name = "accounts", mixinStandardHelpOptions = true)
final class AccountsCommand implements Runnable {

    private static final String LINE = "%-24s %-24s %-20s %8s  %s%n";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private DataOption server = new DataOption();

    @Override
    public void run() {
        AccountList list = server.door().get(AuthHttp.ADMIN_ACCOUNTS, "", AccountList.class);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                LINE,
                MESSAGES.text("accounts.handle"),
                MESSAGES.text("accounts.name"),
                MESSAGES.text("accounts.since"),
                MESSAGES.text("accounts.sessions"),
                "");
        for (AccountLine line : list.accounts()) {
            out.printf(
                    LINE,
                    line.handle(),
                    TerminalText.of(line.name()),
                    TerminalText.of(line.createdAt()),
                    line.sessions(),
                    line.banned() ? MESSAGES.text("accounts.suspended") : "");
        }
    }
}
