package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** Placeholder for the list while it loads: rows of grey bars. */
final class SkeletonList extends VBox {

    private static final int ROWS = 7;

    SkeletonList() {
        setId("conversation-skeleton");
        getStyleClass().add("skeleton-list");
        setMouseTransparent(true);
        setAccessibleText(MESSAGES.text("list.loading"));
        for (int i = 0; i < ROWS; i++) {
            VBox words = new VBox(
                    bar("list-skeleton-title", 90 + 37 * i % 80), bar("list-skeleton-line", 150 + 53 * i % 90));
            words.getStyleClass().add("list-skeleton-words");
            HBox row = new HBox(bar("list-skeleton-avatar", 48), words);
            row.getStyleClass().addAll("row");
            getChildren().add(row);
        }
        setMinHeight(0); // the list may be lower than these rows
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    private static Region bar(String styleClass, double width) {
        Region bar = new Region();
        bar.getStyleClass().addAll("list-skeleton", styleClass);
        bar.setPrefWidth(width);
        bar.setMaxWidth(width);
        bar.setMinWidth(0);
        return bar;
    }
}
