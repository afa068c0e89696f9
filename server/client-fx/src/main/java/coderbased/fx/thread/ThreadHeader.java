package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.text.EmojiWords;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Header of a thread: title and presence; a press shows more. */
final class ThreadHeader extends HBox {

    private static final PseudoClass TYPING = PseudoClass.getPseudoClass("typing");

    private final Button back = Icons.button("thread-back", "mdi2a-arrow-left", MESSAGES.text("thread.back"));

    ThreadHeader(ThreadViewModel viewModel) {
        getStyleClass().add("thread-header");
        back.setOnAction(e -> viewModel.close());
        back.setVisible(false);
        back.managedProperty().bind(back.visibleProperty());
        Button search = Icons.button("thread-search", "mdi2m-magnify", MESSAGES.text("thread.search"));
        search.setOnAction(e -> viewModel.openSearch());
        getChildren().addAll(back, who(viewModel), search);
    }

    BooleanProperty backShown() {
        return back.visibleProperty();
    }

    private static Button who(ThreadViewModel viewModel) {
        ThreadHeading heading = viewModel.heading();
        Avatar avatar = new Avatar();
        heading.face().subscribe(avatar::show);
        Label title = new Label();
        title.setId("thread-title");
        heading.title().subscribe(words -> EmojiWords.show(title, words));
        Label line = new Label();
        line.setId("thread-line");
        heading.line().subscribe(said -> EmojiWords.show(line, said));
        Parts.shownWhen(line, line.textProperty().isNotEmpty());
        heading.typing().subscribe(typing -> line.pseudoClassStateChanged(TYPING, typing));
        VBox words = new VBox(title, line);
        words.getStyleClass().add("thread-who-words");
        words.setMinWidth(0);
        HBox content = new HBox(avatar, words);
        content.getStyleClass().add("thread-who-content");
        Button who = new Button();
        who.setId("thread-info");
        who.getStyleClass().setAll("thread-who");
        who.setGraphic(content);
        who.accessibleTextProperty().bind(heading.title().concat(", ").concat(heading.line()));
        who.setMaxWidth(Double.MAX_VALUE);
        who.setMinWidth(0);
        HBox.setHgrow(who, Priority.ALWAYS);
        who.setOnAction(e -> viewModel.openInfo());
        return who;
    }
}
