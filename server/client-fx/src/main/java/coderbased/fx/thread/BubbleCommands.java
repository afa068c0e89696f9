package coderbased.fx.thread;

import coderbased.fx.thread.ThreadRow.Bubble;
import coderbased.fx.thread.ThreadRow.File;
import java.net.URI;
import javafx.scene.Node;

/** What a bubble's parts ask for when they are pressed. */
interface BubbleCommands {

    /** Shows the message with that number. */
    void jumpTo(long seq);

    void openLink(URI target);

    /** Reacts, or not any more. */
    void react(Bubble bubble, String emoji);

    void undoDelete(Bubble bubble);

    /** Tries what was refused again. */
    void retry(Bubble bubble);

    /** Lets be what was refused with a stored message. */
    void dismiss(Bubble bubble);

    /** Stops what is on its way. */
    void cancel(Bubble bubble);

    /** Fetches the file where it is not here, and opens it, or saves it where it is of a kind that is not opened. */
    void open(Bubble bubble, File file);

    /** A picture is in view: its bytes are wanted. */
    void want(Bubble bubble);

    /** Whether a long text is shown whole. */
    boolean unfolded(Bubble bubble);

    /** Shows a long text whole. */
    void unfold(Bubble bubble);

    /** Shows what else can be done, beside a node. */
    void showMenu(Bubble bubble, Node beside);
}
