package coderbased.phone.devices;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One device that was logged out, and its wipe receipt. */
final class LoggedOutCard extends HBox {

    LoggedOutCard(LoggedOutRow row) {
        getStyleClass().addAll("device-card", "device-head");
        VBox words = new VBox(
                Parts.label(row.name(), "device-name"),
                Parts.label(row.why(), "device-fact"),
                Parts.label(row.receipt(), row.done() ? "receipt-done" : "receipt-open"));
        words.getStyleClass().add("device-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        String icon = row.done() ? "mdi2c-check-circle-outline" : "mdi2c-clock-outline";
        getChildren().addAll(Icons.icon(icon, "device-icon", "away"), words);
    }
}
