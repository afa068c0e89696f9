package coderbased.phone;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.Cameras;
import coderbased.client.net.SystemProxies;
import coderbased.fx.program.ClassPathStart;
import coderbased.fx.program.HeapReturn;
import coderbased.i18n.Messages;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The program. Reads the command line before any window exists, and knows no JavaFX type: a main class that did could
 * not be started from a plain class path.
 */
public final class Main {

    private static final int BAD_USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        ClassPathStart.isMeant();
        HeapReturn.begin();
        SystemProxies.use();
        Messages.prepare();
        Cameras.allowHostNames();
        CommandLine line = new PhoneOptions().commandLine();
        try {
            ParseResult parsed = line.parseArgs(args);
            if (!CommandLine.printHelpIfRequested(parsed)) {
                line.<PhoneOptions>getCommand().folder();
                PhoneApp.open(args);
            }
        } catch (ParameterException e) {
            complain(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    private static void complain(String why) {
        System.err.println(why);
        System.err.println(MESSAGES.text("options.moreHelp"));
        System.exit(BAD_USAGE);
    }
}
