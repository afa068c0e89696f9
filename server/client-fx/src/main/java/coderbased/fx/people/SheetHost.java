package coderbased.fx.people;

import javafx.scene.Node;

/** Where an app shows a sheet: one at a time, above everything else. Escape closes it. */
public interface SheetHost {

    /** Shows a sheet in place of the one before, and puts the cursor on {@code first}. */
    void open(Node sheet, Node first);

    /** Shows none any more. */
    void close();
}
