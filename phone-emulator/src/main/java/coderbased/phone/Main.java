package coderbased.phone;

import coderbased.camera.Cameras;
import coderbased.fx.program.ProgramStart;

/**
 * The program. Reads the command line before any window exists, and knows no JavaFX type: a main class that did could
 * not be started from a plain class path.
 */
public final class Main {

    private Main() {}

    /** Starts the app. Exit code 2 means a bad command line; the problem is printed first. */
    public static void main(String[] args) {
        Cameras.allowHostNames();
        ProgramStart.begin(new PhoneOptions(), args);
        PhoneApp.open(args);
    }
}
