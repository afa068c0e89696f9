package coderbased.fx.thread;

import coderbased.fx.text.DrawnText;
import coderbased.fx.thread.ThreadRow.Bubble;

/** The text of one message, of which a {@link TextSelection} selects a part. For the JavaFX thread. */
interface SelectableText {

    /** Returns the text as it is drawn. */
    DrawnText drawn();

    /** Returns the key of the message. */
    String messageKey();

    /** True if the other one shows the same words of the same message. */
    boolean isSame(SelectableText other);

    /** True if the message still has this text. */
    boolean isTextOf(Bubble now);

    /** Draws the part as selected, from the first character to before the last; nothing if they are the same. */
    void showSelection(int from, int to);
}
