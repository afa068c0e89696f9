package coderbased.fx;

import coderbased.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the person is writing: one draft per conversation, its limit said before it is sent. */
public final class ComposerViewModel {

    private final Consumer<String> sender;
    private final StringProperty draft = new SimpleStringProperty("");
    private final ObservableValue<String> problem = draft.map(ComposerViewModel::problemOf);
    private final ObservableValue<Boolean> sendable =
            draft.map(text -> !text.isBlank() && problemOf(text).isEmpty());
    private final Map<String, String> drafts = new HashMap<>();
    private @Nullable String conversation;

    ComposerViewModel(Consumer<String> sender) {
        this.sender = sender;
    }

    /** The text. Set by typing. */
    public StringProperty draft() {
        return draft;
    }

    /** Why it can not be sent as it is; empty where it can. */
    public ObservableValue<String> problem() {
        return problem;
    }

    /** Whether there is something to send. */
    public ObservableValue<Boolean> sendable() {
        return sendable;
    }

    /** Sends, and leaves the field empty. Does nothing where there is nothing to send. */
    public void send() {
        String text = draft.get().strip();
        if (conversation != null && sendable.getValue()) {
            sender.accept(text);
            draft.set("");
        }
    }

    /** Keeps the draft of the conversation that is left and brings back that of the one that is opened. */
    void switchTo(@Nullable String opened) {
        if (conversation != null) {
            drafts.put(conversation, draft.get());
        }
        conversation = opened;
        draft.set(opened == null ? "" : drafts.getOrDefault(opened, ""));
    }

    private static String problemOf(String text) {
        int bytes = text.strip().getBytes(StandardCharsets.UTF_8).length;
        if (bytes <= Protocol.MAX_TEXT_BYTES) {
            return "";
        }
        return "Too long to send: " + (bytes - Protocol.MAX_TEXT_BYTES)
                + " characters over the limit. Send it in parts.";
    }
}
