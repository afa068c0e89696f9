package coderbased.fx.compose;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Focus;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.text.FittedFlow;
import coderbased.fx.text.RecentEmoji;
import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Field for writing a message. Enter sends, Shift+Enter starts a new line. It grows with its text, up to six lines. */
public final class Composer extends VBox {

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final ComposerViewModel viewModel;
    private final TextArea text = new TextArea();
    private final ComposerHeight height = new ComposerHeight(text);
    private final EmojiPicker emoji;

    public Composer(ComposerViewModel viewModel, RecentEmoji recent) {
        this.viewModel = viewModel;
        getStyleClass().add("composer-bar");
        emoji = new EmojiPicker(recent, chosen -> text.replaceSelection(chosen.characters()), this::leaveEmoji);
        closeEmoji();
        buildText();
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(attachButton(), emojiButton(), text, sendButton());
        line.getStyleClass().add("composer-line");
        getChildren()
                .addAll(
                        new ModeBar(viewModel),
                        words("composer-barred", viewModel.barred()),
                        words("composer-problem", viewModel.problem()),
                        waysToSend(),
                        words("composer-refused", refused(viewModel.attachments())),
                        words("composer-room", viewModel.room()),
                        new DraftPreview(viewModel.draft()),
                        line,
                        emoji);
        Parts.shownWhen(line, viewModel.barred().isEmpty());
        viewModel.mode().subscribe(mode -> focusText());
    }

    /** Focuses the field, with the caret at the end of its text. */
    public void focusText() {
        Focus.on(text);
        text.end();
    }

    /** Focuses the field and leaves its caret where it was, unless another field or another window has the focus. */
    public void takeKeys() {
        Scene scene = getScene();
        if (scene != null && scene.getWindow().isFocused() && !(scene.getFocusOwner() instanceof TextInputControl)) {
            Focus.on(text);
        }
    }

    /** Closes the emoji picker. */
    public void closeEmoji() {
        emoji.setVisible(false);
        emoji.setManaged(false);
    }

    private void buildText() {
        text.setId("composer");
        text.setPromptText(MESSAGES.text("composer.text"));
        text.setAccessibleText(MESSAGES.text("composer.text"));
        ComposerWrap.follow(text);
        text.textProperty().bindBidirectional(viewModel.draft());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        height.follow();
    }

    /** Offers to send a text that is too long for one message. */
    private FittedFlow waysToSend() {
        Button parts = way("send-parts", viewModel::sendInParts);
        Button file = way("send-as-file", viewModel::attachAsFile);
        file.setText(MESSAGES.text("composer.asFile"));
        FittedFlow ways = new FittedFlow();
        ways.getChildren().addAll(parts, file);
        ways.setManaged(false);
        ways.setVisible(false);
        ways.getStyleClass().add("ways-to-send");
        viewModel.problem().subscribe(problem -> {
            boolean offered = !problem.isEmpty() && !(viewModel.mode().get() instanceof ComposerMode.Editing);
            int count = offered ? viewModel.parts().size() : 0;
            parts.setText(MESSAGES.text("composer.inParts", "count", count));
            parts.setVisible(count > 0);
            parts.setManaged(count > 0);
            ways.setVisible(offered);
            ways.setManaged(offered);
        });
        return ways;
    }

    private Button way(String id, Runnable action) {
        Button way = new Button();
        way.setId(id);
        way.getStyleClass().add("small");
        way.setOnAction(e -> {
            action.run();
            text.requestFocus();
        });
        return way;
    }

    private Button sendButton() {
        Button send = Icons.button("send", "mdi2s-send", MESSAGES.text("composer.send"));
        send.getStyleClass().add("send");
        send.setOnAction(e -> {
            viewModel.send();
            text.requestFocus();
        });
        viewModel.sendable().subscribe(sendable -> send.setDisable(!sendable));
        return send;
    }

    private Button attachButton() {
        Button attach = Icons.button("attach", "mdi2p-paperclip", MESSAGES.text("composer.attach"));
        attach.setOnAction(e -> {
            AttachmentsViewModel.Intake intake =
                    viewModel.attachments().intake(); // another chat may be open afterwards
            FileChooser chooser = new FileChooser();
            chooser.setTitle(MESSAGES.text("composer.attach"));
            List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
            if (chosen != null) {
                intake.add(chosen.stream().map(File::toPath).toList());
            }
        });
        return attach;
    }

    private Button emojiButton() {
        Button button = Icons.button("emoji", "mdi2e-emoticon-outline", MESSAGES.text("composer.emoji"));
        button.setOnAction(e -> {
            if (emoji.isVisible()) {
                leaveEmoji();
            } else {
                openEmoji();
            }
        });
        return button;
    }

    private void openEmoji() {
        emoji.setVisible(true);
        emoji.setManaged(true);
        emoji.begin();
        Focus.on(emoji.search());
    }

    private void leaveEmoji() {
        closeEmoji();
        Focus.on(text);
    }

    /** Returns the reasons of refused files; empty while their sheet is open, which shows them itself. */
    private static ObservableValue<String> refused(AttachmentsViewModel attachments) {
        return Bindings.when(Bindings.isEmpty(attachments.files()))
                .then(attachments.refused())
                .otherwise("");
    }

    private static Label words(String id, ObservableValue<String> what) {
        return Parts.words(id, what, "composer-words");
    }

    private void onKey(KeyEvent key) {
        if (PASTE.match(key)) {
            paste(key);
            return;
        }
        switch (key.getCode()) {
            case ENTER -> {
                key.consume();
                if (key.isShiftDown() || (!viewModel.enterSends().get() && !key.isShortcutDown())) {
                    text.replaceSelection("\n");
                } else {
                    viewModel.send();
                }
            }
            case ESCAPE -> stepBack(key);
            case TAB -> moveFocus(key);
            case UP -> {
                if (text.getText().isEmpty() && !key.isShiftDown()) {
                    viewModel.correctLast();
                    key.consume();
                }
            }
            default -> {}
        }
    }

    /** Moves the focus, where a text area would type a tab. */
    private void moveFocus(KeyEvent key) {
        if (!key.isShortcutDown() && !key.isAltDown()) {
            text.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        }
    }

    private void stepBack(KeyEvent key) {
        if (emoji.isVisible()) {
            leaveEmoji();
            key.consume();
        } else if (viewModel.stepBack()) {
            key.consume();
        }
    }

    /** Adds pasted files and pictures as attachments; pasted text is left to the field. */
    private void paste(KeyEvent key) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            viewModel
                    .attachments()
                    .add(clipboard.getFiles().stream().map(File::toPath).toList());
            key.consume();
        } else if (clipboard.hasImage() && !clipboard.hasString()) {
            Image picture = clipboard.getImage();
            viewModel.attachments().addMade(() -> PastedPicture.write(picture));
            key.consume();
        }
    }
}
