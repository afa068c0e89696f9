package coderbased.fx.program;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.net.SystemProxies;
import coderbased.i18n.Messages;
import java.awt.AWTError;
import java.awt.HeadlessException;
import java.nio.file.Path;
import javax.swing.JOptionPane;
import javax.swing.JTextArea;

/** The beginning of a program, before JavaFX starts. */
public final class ProgramStart {

    private ProgramStart() {}

    /** Reads the command line and prepares the JVM. Ends the program if it has nothing more to do. */
    public static void begin(ProgramOptions options, String[] args) {
        options.read(args).ifPresent(System::exit);
        requireFolder(options.folder().path());
        ClassPathStart.isMeant();
        HeapReturn.begin();
        SystemProxies.use();
        Messages.prepare();
    }

    /** Chooses the folder for native libraries. Ends the program if none is of use. */
    static void requireFolder(Path data) {
        NativeLibraries.choose(data, System.getProperties()).ifPresent(ProgramStart::refuse);
    }

    /** Ends the program, after the sentence was printed and shown. JavaFX does not start here; Swing needs no file. */
    private static void refuse(String sentence) {
        System.err.println(sentence);
        try {
            JTextArea text = new JTextArea(sentence, 6, 50);
            text.setLineWrap(true);
            text.setEditable(false);
            JOptionPane.showMessageDialog(null, text, MESSAGES.text("notification.app"), JOptionPane.ERROR_MESSAGE);
        } catch (HeadlessException | AWTError _) {
            // There is no display; the sentence was printed.
        }
        System.exit(1);
    }
}
