package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Tick;
import coderbased.fx.thread.ThreadRow.Foot;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Time, edit mark and tick of a message. */
final class BubbleFoot extends HBox {

    private @Nullable FontIcon tick;

    BubbleFoot(Foot foot) {
        getStyleClass().add("bubble-corner");
        Label time = new Label(words(foot));
        time.getStyleClass().add("bubble-time");
        getChildren().add(time);
        if (foot.tick() != Tick.NONE) {
            tick = Icons.icon(foot.tick().icon(), "tick", foot.tick().styleClass());
            getChildren().add(tick);
        }
        time.setMinWidth(USE_PREF_SIZE);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
    }

    /** Shows a new tick. A message without a tick stays without one. */
    void show(Tick reached) {
        if (tick != null) {
            tick.setIconLiteral(reached.icon());
            tick.getStyleClass().setAll("ikonli-font-icon", "tick", reached.styleClass());
        }
    }

    private static String words(Foot foot) {
        return foot.edited() ? MESSAGES.text("thread.edited", "time", foot.time()) : foot.time();
    }
}
