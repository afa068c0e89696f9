package coderbased.story;

import java.io.IOException;

/** A signal to a process of the operating system. */
public enum Signal {
    /** It ends at once. */
    KILL,
    /** It stands still where it is, as a machine does that is out of breath; nothing of it is told. */
    STOP,
    /** It goes on from there. */
    CONT;

    /** Sends it; returns when it is sent. */
    public void to(long pid) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("process " + pid + " could not be told " + name(), e);
        }
    }
}
