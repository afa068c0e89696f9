package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import java.util.LinkedHashMap;
import java.util.Map;

/** The program's exit codes. */
public enum ExitCode {
    DONE(0, "exit.done"),
    FAILED(1, "exit.failed"),
    REFUSED_SETTING(2, "exit.refused"),
    DATA_IN_USE(3, "exit.dataInUse"),
    PORT_IN_USE(4, "exit.portInUse"),
    DATA_UNUSABLE(5, "exit.dataUnusable");

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
            meanings.put(Integer.toString(code.number), MESSAGES.text(code.meaning));
        }
        return meanings;
    }
}
