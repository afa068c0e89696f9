package coderbased.fx.thread;

import coderbased.fx.thread.ThreadRow.Bubble;
import coderbased.fx.thread.ThreadRow.File;
import java.net.URI;
import javafx.scene.Node;

/** Actions of a bubble's parts. */
interface BubbleCommands {

    /** Shows the message with that number. */
    void jumpTo(long seq);

    void openLink(URI target);

    /** Adds or removes a reaction. */
    void react(Bubble bubble, String emoji);

    void undoDelete(Bubble bubble);

    /** Retries a refused message or change. */
    void retry(Bubble bubble);

    /** Dismisses a refused change. */
    void dismiss(Bubble bubble);

    /** Cancels a transfer. */
    void cancel(Bubble bubble);

    /** Downloads the file if necessary, then opens it, or saves it if its kind is not opened. */
    void open(Bubble bubble, File file);

    /** Requests the file of a picture that is in view. */
    void want(Bubble bubble);

    /** True if a long text is shown in full. */
    boolean unfolded(Bubble bubble);

    /** Shows a long text in full. */
    void unfold(Bubble bubble);

    /** Returns the selection of text in the thread. */
    TextSelection selection();

    /** Shows the menu below a node. */
    void showMenu(Bubble bubble, Node above);

    /** Shows the menu at a place on the screen, in pixels. */
    void showMenu(Bubble bubble, Node owner, double screenX, double screenY);
}
