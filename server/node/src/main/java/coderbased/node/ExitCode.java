package coderbased.node;

import java.util.LinkedHashMap;
import java.util.Map;

/** The program's exit codes. */
public enum ExitCode {
    DONE(0, "The server stopped in order, or the command succeeded."),
    FAILED(1, "Unexpected error, or the running server refused the command or could not be reached."),
    REFUSED_SETTING(2, "A setting is wrong, or this Java is too old."),
    DATA_IN_USE(3, "Another server uses this data directory."),
    PORT_IN_USE(4, "The server cannot listen on this address and port."),
    DATA_UNUSABLE(5, "The data directory or its database cannot be used. Nothing was changed.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The number itself. */
    public int number() {
        return number;
    }

    /** Every number with its meaning, for {@code --help}. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            meanings.put(Integer.toString(code.number), code.meaning);
        }
        return meanings;
    }
}
