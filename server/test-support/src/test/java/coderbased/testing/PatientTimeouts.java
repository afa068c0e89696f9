package coderbased.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Scales the default timeout of a test method ({@code test.timeout.minutes}) by {@link Deadlines}. A test that hangs
 * ends then, with its name and the place where it waits. JUnit finds this class by itself.
 */
public final class PatientTimeouts implements LauncherSessionListener {

    private static final String DEFAULT_TIMEOUT = "junit.jupiter.execution.timeout.testable.method.default";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        long minutes = Long.getLong("test.timeout.minutes", 10);
        System.setProperty(DEFAULT_TIMEOUT, Deadlines.seconds(minutes * 60) + " s");
    }
}
