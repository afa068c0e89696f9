package coderbased.fx.program;

import java.util.logging.Logger;

/**
 * Start from a single jar: suppresses JavaFX's warning about the class path, which is intended there. Uses no JavaFX
 * type.
 */
public final class ClassPathStart {

    /** Held, because an unreferenced logger loses its filter. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private ClassPathStart() {}

    /** Suppresses that one warning; called before JavaFX starts. */
    public static void isMeant() {
        JAVAFX.setFilter(record -> !String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX configuration"));
    }
}
