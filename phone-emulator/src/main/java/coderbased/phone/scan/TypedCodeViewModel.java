package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.protocol.Base32;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The code for people without a camera: eight characters that the computer shows. */
public final class TypedCodeViewModel {

    private static final int LENGTH = 8;

    private final Consumer<String> onCode;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    TypedCodeViewModel(Consumer<String> onCode) {
        this.onCode = onCode;
        text.subscribe(() -> problem.set(""));
    }

    /** Returns the typed text. */
    public StringProperty text() {
        return text;
    }

    /** Returns the problem with it; empty if none. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Submits the typed code. */
    public void submit() {
        Optional<String> code = Base32.normalise(text.get()).filter(read -> read.length() == LENGTH);
        if (code.isPresent()) {
            onCode.accept(code.get());
        } else {
            problem.set(MESSAGES.text("typedCode.unknown"));
        }
    }

    void refused(String why) {
        problem.set(why);
    }

    void clear() {
        text.set("");
    }
}
