package coderbased.fx.program;

import coderbased.client.net.SystemProxies;
import coderbased.i18n.Messages;

/** The beginning of a program, before JavaFX starts. */
public final class ProgramStart {

    private ProgramStart() {}

    /** Reads the command line and prepares the JVM. Ends the program if it has nothing more to do. */
    public static void begin(ProgramOptions options, String[] args) {
        options.read(args).ifPresent(System::exit);
        ClassPathStart.isMeant();
        HeapReturn.begin();
        SystemProxies.use();
        Messages.prepare();
    }
}
