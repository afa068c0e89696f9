package coderbased.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * Checks the Java that runs the jar, then hands over to the program named by the jar's own manifest.
 *
 * <p>Two manifest attributes are read: {@code Program-Class}, whose {@code main} is called, and {@code Program-Java},
 * the feature release it needs. Exit code 2 means that this Java is too old.
 */
public final class Launcher {

    private static final int TOO_OLD = 2;

    private Launcher() {}

    public static void main(String[] args) throws Throwable {
        Attributes program = program();
        int needed = Integer.parseInt(program.getValue("Program-Java"));
        Optional<String> complaint = complaint(System.getProperty("java.specification.version"), needed);
        if (complaint.isPresent()) {
            System.err.println(complaint.get());
            System.exit(TOO_OLD);
        }
        try {
            Class.forName(program.getValue("Program-Class"))
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException thrownByProgram) {
            throw thrownByProgram.getCause();
        }
    }

    /** Returns the sentence for a person whose Java is {@code running}; empty if it is new enough. */
    static Optional<String> complaint(String running, int needed) {
        int feature = Integer.parseInt(running.startsWith("1.") ? running.substring(2) : running);
        if (feature >= needed) {
            return Optional.empty();
        }
        return Optional.of("This program needs Java " + needed + " or newer; it was started with Java " + feature + " ("
                + System.getProperty("java.home") + "). Install a JDK " + needed
                + " and start it with that one's java command.");
    }

    private static Attributes program() throws IOException {
        Enumeration<URL> manifests = Launcher.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
        while (manifests.hasMoreElements()) {
            try (InputStream in = manifests.nextElement().openStream()) {
                Attributes attributes = new Manifest(in).getMainAttributes();
                if (attributes.getValue("Program-Class") != null) {
                    return attributes;
                }
            }
        }
        throw new IllegalStateException("No manifest here names a Program-Class: start this program from its own jar.");
    }
}
