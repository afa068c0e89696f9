package coderbased.phone;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The program. Reads the command line before any window exists, and knows no JavaFX type: a main class that did could
 * not be started from a plain class path.
 */
public final class Main {

    private static final int BAD_USAGE = 2;

    /** Kept, for a logger that nobody holds forgets its level. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Main() {}

    public static void main(String[] args) {
        JAVAFX.setLevel(Level.SEVERE); // it warns of every start from a jar
        CommandLine line = new CommandLine(new PhoneOptions());
        try {
            ParseResult parsed = line.parseArgs(args);
            if (!CommandLine.printHelpIfRequested(parsed)) {
                line.<PhoneOptions>getCommand().folder();
                PhoneApp.open(args);
            }
        } catch (ParameterException wrong) {
            complain(String.valueOf(wrong.getMessage()));
        } catch (IllegalArgumentException wrong) {
            complain(String.valueOf(wrong.getMessage()));
        }
    }

    private static void complain(String why) {
        System.err.println(why);
        System.err.println("--help explains every setting.");
        System.exit(BAD_USAGE);
    }
}
