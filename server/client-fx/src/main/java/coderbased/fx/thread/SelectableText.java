package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.compose.ComposerWrap;
import coderbased.fx.text.SafeText;
import javafx.scene.control.TextArea;

/** The text of one message, for selecting and copying a part of it with mouse or keyboard. */
final class SelectableText extends TextArea {

    private static final int LEAST_ROWS = 3;
    private static final int MOST_ROWS = 12;
    private static final int CHARACTERS_PER_ROW = 45;

    SelectableText(String text) {
        super(SafeText.message(text));
        setId("message-text");
        setEditable(false);
        setAccessibleText(MESSAGES.text("messageText.title"));
        long rows = getText().lines().count() + getLength() / CHARACTERS_PER_ROW;
        setPrefRowCount((int) Math.clamp(rows, LEAST_ROWS, MOST_ROWS));
        ComposerWrap.follow(this);
    }
}
