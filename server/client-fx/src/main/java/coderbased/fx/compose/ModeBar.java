package coderbased.fx.compose;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.text.EmojiWords;
import coderbased.fx.text.SafeText;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Bar above the composer: the message that is answered or edited. */
final class ModeBar extends HBox {

    private final Label name = new Label();
    private final Label words = new Label();

    ModeBar(ComposerViewModel viewModel) {
        setId("composer-mode");
        getStyleClass().add("mode-bar");
        name.getStyleClass().add("bubble-sender");
        words.getStyleClass().add("bubble-quoted");
        VBox both = new VBox(name, words);
        both.getStyleClass().add("mode-words");
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        Button cross = Icons.button("composer-mode-close", "mdi2c-close", MESSAGES.text("composer.mode.cancel"));
        cross.setOnAction(e -> viewModel.stepBack());
        getChildren().addAll(both, cross);
        viewModel.mode().subscribe(this::show);
    }

    private void show(ComposerMode mode) {
        switch (mode) {
            case ComposerMode.Plain _ -> {}
            case ComposerMode.Answering answering ->
                say(MESSAGES.text("composer.mode.reply", "name", answering.name()), answering.words());
            case ComposerMode.Editing editing ->
                say(MESSAGES.text("composer.mode.edit"), SafeText.preview(editing.was()));
        }
        boolean plain = mode instanceof ComposerMode.Plain;
        setVisible(!plain);
        setManaged(!plain);
    }

    private void say(String title, String text) {
        EmojiWords.show(name, title);
        EmojiWords.show(words, text);
    }
}
