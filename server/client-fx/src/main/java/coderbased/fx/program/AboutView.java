package coderbased.fx.program;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The sheet about the program: its name and version, and the notices of the works of others, to read and to copy. */
public final class AboutView extends VBox {

    private final TextArea notices = new TextArea();

    /** @param close called when the user is done */
    public AboutView(About about, Runnable close) {
        setId("about-sheet");
        getStyleClass().addAll("sheet", "tall-sheet");
        Label title = new Label(about.name());
        title.getStyleClass().add("sheet-title");
        Label version = new Label(MESSAGES.text("about.version", "version", about.version()));
        version.setId("about-version");
        version.getStyleClass().add("text-muted");
        Label heading = new Label(MESSAGES.text("about.notices"));
        heading.setLabelFor(notices);
        notices.setId("about-notices");
        notices.setText(about.notices());
        notices.setEditable(false);
        notices.setWrapText(true);
        VBox.setVgrow(notices, Priority.ALWAYS);
        Button done = new Button(MESSAGES.text("about.close"));
        done.setId("about-close");
        done.getStyleClass().add("accent");
        done.setOnAction(e -> close.run());
        HBox buttons = new HBox(done);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(title, version, heading, notices, buttons);
    }

    /** Returns the label of the button that opens the sheet. */
    public static String open() {
        return MESSAGES.text("about.open");
    }

    /** Returns the node that gets the focus first. */
    public Node first() {
        return notices;
    }
}
