package coderbased.phone.parts;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A sheet that rises from the bottom over a darkened screen; Escape, its cross and a click outside close it. */
public class Panel extends Overlay {

    private final Supplier<? extends Node> first;

    /** @param first says what gets the focus when the panel opens */
    public Panel(String title, String closeId, Supplier<? extends Node> first, Node... content) {
        super("dim");
        this.first = first;
        Label heading = Parts.label(title, "sheet-title");
        Button close = Icons.button(closeId, "mdi2c-close", MESSAGES.text("panel.close"));
        close.setOnAction(e -> close());
        HBox head = new HBox(heading, Parts.space(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox sheet = new VBox(head);
        sheet.getChildren().addAll(content);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxHeight(USE_PREF_SIZE);
        setAlignment(sheet, Pos.BOTTOM_CENTER);
        getChildren().add(sheet);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
    }

    public void open() {
        show(first.get());
    }

    private void onClick(MouseEvent click) {
        if (click.getTarget() == this) {
            close();
        }
    }
}
