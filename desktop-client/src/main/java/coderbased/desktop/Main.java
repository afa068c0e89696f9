package coderbased.desktop;

import coderbased.fx.program.ProgramStart;

/**
 * The desktop program's main class. It names no JavaFX type: a main class that extends {@code Application} refuses to
 * start from a class path.
 */
public final class Main {

    private Main() {}

    /** Starts the app. Exit code 2 means a bad command line; the problem is printed first. */
    public static void main(String[] args) {
        ProgramStart.begin(new DesktopOptions(), args);
        DesktopApp.start(args);
    }
}
