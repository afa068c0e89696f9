package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.net.SystemProxies;
import coderbased.fx.program.ClassPathStart;
import coderbased.fx.program.HeapReturn;
import coderbased.i18n.Messages;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The desktop program's main class. It names no JavaFX type: a main class that extends {@code Application} refuses to
 * start from a class path.
 */
public final class Main {

    private Main() {}

    /** Starts the app. Exit code 2 means a bad command line; the problem is printed first. */
    public static void main(String[] args) {
        Options options = new Options();
        CommandLine commandLine = options.commandLine();
        try {
            commandLine.parseArgs(args);
            options.folder();
        } catch (ParameterException | IllegalArgumentException e) {
            refuse(commandLine, String.valueOf(e.getMessage()));
        }
        if (options.help) {
            commandLine.usage(System.out);
            return;
        }
        ClassPathStart.isMeant();
        HeapReturn.begin();
        SystemProxies.use();
        Messages.prepare();
        DesktopApp.start(args);
    }

    private static void refuse(CommandLine commandLine, String why) {
        System.err.println(why);
        System.err.println(MESSAGES.text("options.see", "command", commandLine.getCommandName()));
        System.exit(commandLine.getCommandSpec().exitCodeOnInvalidInput());
    }
}
