package coderbased.fx.people;

import javafx.scene.Node;

/** Shows sheets for an app: one at a time, above everything else. Escape closes it. */
public interface SheetHost {

    /** Shows a sheet in place of the previous one, and focuses {@code first}. */
    void open(Node sheet, Node first);

    /** Closes the sheet. */
    void close();
}
