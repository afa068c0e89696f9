package coderbased.fx;

import java.util.logging.Logger;

/** A start from one jar: JavaFX warns of being on the class path, where it is on purpose. Knows no JavaFX type. */
public final class ClassPathStart {

    /** Kept, for a logger that nobody holds forgets what it was told. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private ClassPathStart() {}

    /** To be called before JavaFX starts: keeps that one warning back, and no other. */
    public static void isMeant() {
        JAVAFX.setFilter(record -> !String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX configuration"));
    }
}
