package coderbased.phone.parts;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.FocusScope;
import coderbased.fx.Icons;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A sheet that rises from the bottom over a darkened screen; Escape, its cross and a click outside close it. */
public class Panel extends StackPane {

    private final VBox sheet = new VBox();
    private final Supplier<? extends Node> first;
    private final FocusScope scope = new FocusScope(this);

    /** @param first says what gets the focus when the panel opens */
    public Panel(String title, String closeId, Supplier<? extends Node> first, Node... content) {
        this.first = first;
        getStyleClass().add("dim");
        Label heading = new Label(title);
        heading.getStyleClass().add("sheet-title");
        Region push = new Region();
        HBox.setHgrow(push, Priority.ALWAYS);
        Button close = Icons.button(closeId, "mdi2c-close", MESSAGES.text("panel.close"));
        close.setOnAction(e -> close());
        HBox head = new HBox(heading, push, close);
        head.setAlignment(Pos.CENTER_LEFT);
        sheet.getChildren().add(head);
        sheet.getChildren().addAll(content);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxHeight(USE_PREF_SIZE);
        setAlignment(sheet, Pos.BOTTOM_CENTER);
        getChildren().add(sheet);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
    }

    public void open() {
        setVisible(true);
        scope.open(first.get());
    }

    public void close() {
        setVisible(false);
        scope.close();
    }

    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
        }
    }

    private void onClick(MouseEvent click) {
        if (click.getTarget() == this) {
            close();
        }
    }
}
