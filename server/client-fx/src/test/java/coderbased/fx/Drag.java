package coderbased.fx;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * Drag from another program. The headless platform has no drags of its own: these are the events of a real one. Used on
 * the JavaFX thread.
 */
public final class Drag {

    private final Dragboard board;

    public Drag(ClipboardContent content) {
        TKClipboard memory = Toolkit.getToolkit().createLocalClipboard();
        InvocationHandler copying =
                (proxy, method, arguments) -> method.getName().equals("getTransferModes")
                        ? EnumSet.of(TransferMode.COPY)
                        : method.invoke(memory, arguments);
        board = DragboardHelper.createDragboard((TKClipboard) Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(), new Class<?>[] {TKClipboard.class}, copying));
        board.setContent(content);
    }

    /** Enters a node. */
    public void enter(Node node) {
        send(DragEvent.DRAG_ENTERED, node);
    }

    /** Moves over a node; true if it may be dropped there. */
    public boolean over(Node node) {
        return send(DragEvent.DRAG_OVER, node).isAccepted();
    }

    /** Drops on a node; true if it was accepted. */
    public boolean drop(Node node) {
        return send(DragEvent.DRAG_DROPPED, node).isDropCompleted();
    }

    /** Leaves the node. */
    public void leave(Node node) {
        send(DragEvent.DRAG_EXITED, node);
    }

    private DragEvent send(EventType<DragEvent> type, Node node) {
        DragEvent event = new DragEvent(type, board, 10, 10, 10, 10, TransferMode.COPY, null, node, null);
        Event.fireEvent(node, event);
        return event;
    }
}
