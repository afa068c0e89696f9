package coderbased.phone.parts;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;

/**
 * Swallows presses that began before a sheet could be read: the rest of a double click, a key still held from the
 * screen before, a finger that was on its way.
 */
public final class PressGuard {

    private final BooleanSupplier ready;
    private final Set<KeyCode> heldFromBefore = EnumSet.noneOf(KeyCode.class);

    private PressGuard(BooleanSupplier ready) {
        this.ready = ready;
    }

    /** Lets only clicks and key presses reach {@code node} that began while {@code ready}. */
    public static void guard(Node node, BooleanSupplier ready) {
        PressGuard guard = new PressGuard(ready);
        node.addEventFilter(KeyEvent.KEY_PRESSED, guard::keyPressed);
        node.addEventFilter(KeyEvent.KEY_RELEASED, key -> guard.heldFromBefore.remove(key.getCode()));
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, mouse -> {
            if (!ready.getAsBoolean()) {
                mouse.consume();
            }
        });
        node.addEventFilter(TouchEvent.TOUCH_PRESSED, touch -> {
            if (!ready.getAsBoolean()) {
                touch.consume();
            }
        });
    }

    private void keyPressed(KeyEvent key) {
        if (!ready.getAsBoolean()) {
            heldFromBefore.add(key.getCode());
        }
        if (heldFromBefore.contains(key.getCode())) {
            key.consume();
        }
    }
}
