package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.ClipboardText;
import coderbased.fx.EmptyState;
import coderbased.fx.FxThread;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.compose.Attachment;
import coderbased.fx.compose.AttachmentSheet;
import coderbased.fx.compose.AttachmentsViewModel;
import coderbased.fx.compose.Composer;
import coderbased.fx.text.RecentEmoji;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** One conversation: header, messages and composer. The same in both apps. */
public final class ThreadView extends StackPane {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SELECT_ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
    private static final Duration MESSAGE_TIME = Duration.seconds(4);
    private static final double LEAST_BODY = 80;

    private final ThreadViewModel viewModel;
    private final ThreadHeader header;
    private final MessageList messages;
    private final TextSelection selection;
    private final Composer composer;
    private final AttachmentSheet files;
    private final ThreadSheet sheet = new ThreadSheet(this::focusText);
    private final StringProperty said = new SimpleStringProperty("");
    private final PauseTransition saidLong = new PauseTransition(MESSAGE_TIME);

    public ThreadView(ThreadViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("thread");
        RecentEmoji recent = new RecentEmoji();
        composer = new Composer(viewModel.composer(), recent);
        files = new AttachmentSheet(viewModel.composer().attachments());
        header = new ThreadHeader(viewModel);
        ThreadCommands commands = new ThreadCommands(viewModel, sheet, recent, this::say);
        selection = commands.selection();
        messages = new MessageList(viewModel, commands);
        StackPane body = new StackPane(messages, sayLabel(), dropHint());
        body.setMinHeight(LEAST_BODY);
        body.setPrefHeight(LEAST_BODY); // a small window takes the rest from the emoji picker
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox conversation = new VBox(header, body, composer);
        conversation.visibleProperty().bind(viewModel.conversationId().isNotNull());
        getChildren().addAll(nothingOpen(), conversation, sheet);
        viewModel.conversationId().subscribe(this::onSwitched);
        viewModel.onOpen(() -> FxThread.later(composer::focusText));
        messages.addEventFilter(MouseEvent.MOUSE_CLICKED, this::onClicked); // a list consumes its clicks
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPressed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        AttachmentsViewModel attachments = viewModel.composer().attachments();
        attachments.files().addListener((ListChangeListener<Attachment>) change -> showAttachments(attachments));
        saidLong.setOnFinished(e -> said.set(""));
    }

    /** True if there is a button back to a list that the thread covers. Initially false. */
    public BooleanProperty backShown() {
        return header.backShown();
    }

    private void onSwitched() {
        sheet.close();
        composer.closeEmoji();
        selection.clear();
    }

    /** Ends the selection of text, unless the press extends it or is at a button, which may be that of a menu. */
    private void onPressed(MouseEvent press) {
        boolean atButton = Stream.iterate((Node) press.getTarget(), Objects::nonNull, Node::getParent)
                .anyMatch(ButtonBase.class::isInstance);
        if (press.getButton() == MouseButton.PRIMARY && !press.isShiftDown() && !atButton) {
            selection.clear();
        }
    }

    /** Lets the selected text of a message take the keys that concern it; any other key ends the selection. */
    private void onKey(KeyEvent key) {
        if (selection.isEmpty() || key.getCode().isModifierKey()) {
            return;
        }
        if (COPY.match(key)) {
            ClipboardText.put(selection.text());
        } else if (SELECT_ALL.match(key)) {
            selection.all();
        } else if (!messages.extendsSelection(key)) {
            selection.clear();
        }
        if (COPY.match(key) || SELECT_ALL.match(key) || key.getCode() == KeyCode.ESCAPE) {
            key.consume();
        }
    }

    /** Returns the caret to the composer after a click, unless the click opened something that takes the keys. */
    private void onClicked(MouseEvent click) {
        if (click.getButton() == MouseButton.PRIMARY && !sheet.isVisible()) {
            focusText();
        }
    }

    private void focusText() {
        FxThread.later(composer::takeKeys);
    }

    private void showAttachments(AttachmentsViewModel attachments) {
        if (attachments.files().isEmpty()) {
            sheet.close();
        } else if (!sheet.isVisible()) {
            sheet.show(
                    MESSAGES.text("attachments.title", "name", viewModel.title().get()),
                    files,
                    files.caption(),
                    attachments::cancel);
        }
    }

    private void say(String sentence) {
        said.set(sentence);
        saidLong.playFromStart();
    }

    private Label sayLabel() {
        Label label = Parts.label("", "thread-say");
        label.setId("thread-say");
        label.textProperty().bind(said);
        label.visibleProperty().bind(said.isNotEmpty());
        label.setMouseTransparent(true);
        StackPane.setAlignment(label, Pos.BOTTOM_CENTER);
        return label;
    }

    private Label dropHint() {
        Label hint = new Label(MESSAGES.text("attachments.drop"), Icons.icon("mdi2f-file-upload-outline"));
        hint.setId("drop-hint");
        hint.getStyleClass().add("drop-hint");
        hint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        hint.setMouseTransparent(true);
        hint.setVisible(false);
        setOnDragOver(this::onDragOver);
        setOnDragEntered(drag -> hint.setVisible(takes(drag)));
        setOnDragExited(drag -> hint.setVisible(false));
        setOnDragDropped(this::onDropped);
        return hint;
    }

    private boolean takes(DragEvent drag) {
        return drag.getDragboard().hasFiles()
                && viewModel.conversationId().get() != null
                && viewModel.composer().barred().get().isEmpty();
    }

    private void onDragOver(DragEvent drag) {
        if (takes(drag)) {
            drag.acceptTransferModes(TransferMode.COPY);
        }
        drag.consume();
    }

    private void onDropped(DragEvent drag) {
        List<File> files = drag.getDragboard().getFiles();
        if (takes(drag)) {
            viewModel
                    .composer()
                    .attachments()
                    .add(files.stream().map(File::toPath).toList());
        }
        drag.setDropCompleted(takes(drag));
        drag.consume();
    }

    private EmptyState nothingOpen() {
        EmptyState empty = new EmptyState("no-thread", "mdi2m-message-text-outline");
        empty.sentence()
                .textProperty()
                .bind(viewModel
                        .composer()
                        .barred()
                        .map(why -> MESSAGES.text(why.isEmpty() ? "thread.none" : "thread.none.readOnly")));
        empty.visibleProperty().bind(viewModel.conversationId().isNull());
        return empty;
    }
}
