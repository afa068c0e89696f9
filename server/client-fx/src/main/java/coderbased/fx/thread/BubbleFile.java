package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.text.EmojiWords;
import coderbased.fx.thread.ThreadRow.Bubble;
import coderbased.fx.thread.ThreadRow.File;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A file other than a picture: its kind, name, size and progress. */
final class BubbleFile extends HBox {

    private static final double MIN_WIDTH = 230;

    BubbleFile(Bubble bubble, File file, BubbleCommands commands) {
        getStyleClass().add("bubble-file");
        Label name = new Label();
        EmojiWords.show(name, file.name());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.getStyleClass().add("bubble-file-name");
        Label size =
                Parts.label(file.moving() == null ? file.size() : file.moving().words(), "bubble-file-size");
        VBox words = new VBox(name, lastLine(bubble, file, size));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        setMinWidth(MIN_WIDTH);
        getChildren().addAll(button(bubble, file, commands), words);
    }

    /** Returns the line of the size; it also has time and tick, unless a caption below has them. */
    private static HBox lastLine(Bubble bubble, File file, Label size) {
        HBox line = new HBox(size);
        if (file.caption().isBlank()) {
            size.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(size, Priority.ALWAYS);
            line.getChildren().add(new BubbleFoot(bubble.foot()));
        }
        return line;
    }

    private static Button button(Bubble bubble, File file, BubbleCommands commands) {
        if (file.moving() != null) {
            Button cancel =
                    Icons.button("file-cancel", "mdi2c-close", MESSAGES.text("file.cancel", "name", file.name()));
            cancel.setGraphic(new ProgressRing(file.moving().share()));
            cancel.getStyleClass().add("file-button");
            cancel.setOnAction(e -> commands.cancel(bubble));
            return cancel;
        }
        boolean here = file.here() != null || bubble.seq() == 0;
        String key = here ? (file.kind().opens() ? "file.open" : "file.save") : "file.download";
        Button open = Icons.button(
                "file-open", here ? file.kind().icon() : "mdi2d-download", MESSAGES.text(key, "name", file.name()));
        open.getStyleClass().add("file-button");
        open.setOnAction(e -> commands.open(bubble, file));
        return open;
    }
}
