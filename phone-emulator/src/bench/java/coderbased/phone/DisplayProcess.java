package coderbased.phone;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The display of this computer, or an Xvfb of its own where there is none. */
record DisplayProcess(String name, @Nullable Process xvfb) implements AutoCloseable {

    /** @throws IllegalStateException if there is neither; the message is for the user */
    static DisplayProcess open() throws IOException {
        String display = System.getenv("DISPLAY");
        if (display != null && !display.isEmpty()) {
            return new DisplayProcess(display, null);
        }
        try {
            Process xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new DisplayProcess(":" + xvfb.inputReader().readLine(), xvfb);
        } catch (IOException e) {
            throw new IllegalStateException("There is no display: set DISPLAY, or install Xvfb", e);
        }
    }

    @Override
    public void close() {
        if (xvfb != null) {
            xvfb.destroy();
        }
    }
}
