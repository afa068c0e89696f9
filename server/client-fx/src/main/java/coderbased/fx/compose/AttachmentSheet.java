package coderbased.fx.compose;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.FileKind;
import coderbased.fx.FxPictures;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.text.EmojiWords;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Sheet with the files that are about to be sent, their previews and their caption. */
public final class AttachmentSheet extends VBox {

    private static final double THUMB_SIZE = 56;
    private static final double PIXEL_DENSITY = 2;

    private final AttachmentsViewModel viewModel;
    private final VBox files = new VBox();
    private final TextField caption = new TextField();

    public AttachmentSheet(AttachmentsViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("attachment-sheet");
        files.getStyleClass().add("attachments");
        ScrollPane scroll = new ScrollPane(files);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("attachment-list");
        caption.setId("attachment-caption");
        caption.setPromptText(MESSAGES.text("attachments.caption.hint"));
        caption.setAccessibleText(MESSAGES.text("attachments.caption"));
        caption.textProperty().bindBidirectional(viewModel.caption());
        caption.setOnAction(e -> viewModel.send());
        HBox.setHgrow(caption, Priority.ALWAYS);
        Button send = Icons.button("attachment-send", "mdi2s-send", MESSAGES.text("attachments.send"));
        send.getStyleClass().add("send");
        send.setOnAction(e -> viewModel.send());
        viewModel.captionProblem().subscribe(problem -> send.setDisable(!problem.isEmpty()));
        HBox line = new HBox(caption, send);
        line.getStyleClass().add("composer-line");
        getChildren().addAll(scroll, problem(), line);
        viewModel.files().addListener((ListChangeListener<Attachment>) change -> draw());
        draw();
    }

    public TextField caption() {
        return caption;
    }

    private void draw() {
        files.getChildren().setAll(viewModel.files().stream().map(this::row).toList());
    }

    private Label problem() {
        Label problem = Parts.label("", "bubble-refusal");
        problem.setId("attachment-problem");
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> viewModel.captionProblem().getValue()
                                + viewModel.refused().get(),
                        viewModel.refused(),
                        viewModel.captionProblem()));
        Parts.shownWhen(problem, problem.textProperty().isNotEmpty());
        return problem;
    }

    private HBox row(Attachment file) {
        Label name = new Label();
        EmojiWords.show(name, file.name());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Label size = new Label(file.size());
        size.getStyleClass().addAll("text-muted", "text-small");
        VBox words = new VBox(name, size);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove = Icons.button(
                "attachment-remove", "mdi2c-close", MESSAGES.text("attachments.remove", "name", file.name()));
        remove.setOnAction(e -> viewModel.remove(file));
        HBox row = new HBox(thumb(file), words, remove);
        row.getStyleClass().add("attachment");
        return row;
    }

    private static Node thumb(Attachment file) {
        StackPane frame = new StackPane(Icons.icon(file.kind().icon(), "attachment-icon"));
        frame.getStyleClass().add("attachment-thumb");
        frame.setMinSize(THUMB_SIZE, THUMB_SIZE);
        frame.setMaxSize(THUMB_SIZE, THUMB_SIZE);
        if (file.kind() == FileKind.PICTURE) {
            FxPictures.load(file.path(), THUMB_SIZE * PIXEL_DENSITY, THUMB_SIZE * PIXEL_DENSITY, image -> {
                ImageView view = new ImageView(image);
                view.setPreserveRatio(true);
                view.setFitWidth(THUMB_SIZE);
                view.setFitHeight(THUMB_SIZE);
                frame.getChildren().setAll(view);
            });
        }
        return frame;
    }
}
