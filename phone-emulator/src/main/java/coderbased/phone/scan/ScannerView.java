package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.CameraChoice;
import coderbased.camera.ScreenPart;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.phone.parts.PhoneIds;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The scanner: the camera's picture, what was found, and every other way to a code. */
public final class ScannerView extends StackPane {

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final ScannerViewModel viewModel;
    private final ScanSources sources;
    private final PreviewPane preview = new PreviewPane();
    private final PartChooser part;
    private final CodeMarks marks;
    private final CodeChooser chooser;
    private final BooleanBinding webcam;
    private final BooleanBinding aimed;

    public ScannerView(ScannerViewModel viewModel, CameraPanel cameras, TypedCodePanel typed) {
        this.viewModel = viewModel;
        this.sources = new ScanSources(viewModel, this);
        this.webcam =
                Bindings.createBooleanBinding(this::isWebcam, viewModel.menu().chosen(), viewModel.still());
        this.aimed =
                Bindings.createBooleanBinding(this::isAimed, viewModel.menu().chosen(), viewModel.still());
        this.part = new PartChooser(preview, viewModel.menu()::useScreen);
        this.marks = new CodeMarks(preview, viewModel::choose);
        this.chooser = new CodeChooser(preview, viewModel::choose, viewModel::chooseNone);
        getStyleClass().add("scanner");
        StackPane sight = new StackPane(preview, viewfinder(), marks, message(), trouble(), part);
        VBox.setVgrow(sight, Priority.ALWAYS);
        getChildren().addAll(new VBox(warning(), sight, new ScanToolbar(sources, cameras, typed)), cameras, typed);
        bindPreview();
        setOnDragOver(this::dragged);
        setOnDragExited(e -> pseudoClassStateChanged(DROPPING, false));
        setOnDragDropped(this::dropped);
    }

    private void bindPreview() {
        viewModel.preview().subscribe(picture -> {
            preview.show(picture);
            chooser.showParts();
            if (part.isVisible()) {
                part.requestLayout();
            }
        });
        viewModel.menu().chosen().subscribe(part::close);
        viewModel.finding().subscribe(finding -> preview.show(finding));
        viewModel.codesInView().subscribe(codes -> {
            marks.show(codes);
            chooser.show(codes);
        });
        viewModel.mirrored().subscribe(preview::setMirrored);
        webcam.subscribe(preview::setFilling);
        preview.visibleProperty().bind(viewModel.trouble().isEmpty());
    }

    private boolean isWebcam() {
        return viewModel.menu().chosen().get() instanceof CameraChoice.Webcam
                && !viewModel.still().get();
    }

    /** True if the picture depends on where the person points; a screen or a picture file is seen whole. */
    private boolean isAimed() {
        return !(viewModel.menu().chosen().get() instanceof CameraChoice.Screen)
                && !viewModel.still().get();
    }

    private HBox warning() {
        Label words = Parts.wide(Parts.label(MESSAGES.text("scan.warning")));
        words.setId(PhoneIds.SCAN_WARNING);
        HBox warning = new HBox(Icons.icon("mdi2s-shield-alert-outline"), words);
        warning.getStyleClass().add("scan-warning");
        return warning;
    }

    private Viewfinder viewfinder() {
        Viewfinder viewfinder = new Viewfinder();
        viewfinder.visibleProperty().bind(viewModel.trouble().isEmpty().and(aimed));
        return viewfinder;
    }

    private VBox message() {
        Label words = Parts.label("");
        words.setId(PhoneIds.SCAN_MESSAGE);
        words.textProperty().bind(viewModel.message().map(ScanMessage::words));
        words.getStyleClass().add("scan-message");
        words.setCache(true); // the picture below it changes thirty times a second, and it does not
        viewModel.message().subscribe(now -> {
            words.getStyleClass().removeIf(style -> style.startsWith("tone-"));
            words.getStyleClass().add("tone-" + now.tone().name().toLowerCase(java.util.Locale.ROOT));
        });
        words.graphicProperty()
                .bind(viewModel
                        .message()
                        .map(now -> now.tone() == ScanMessage.Tone.DONE ? Icons.icon("mdi2c-check-bold") : null));
        Button back = Parts.button(PhoneIds.SCAN_BACK, MESSAGES.text("scan.back"), viewModel::retry);
        Parts.shownWhen(back, viewModel.still().and(viewModel.trouble().isEmpty()));
        VBox box = new VBox(words, chooser, back, againButton(), partButton());
        box.setPickOnBounds(false);
        box.setAlignment(Pos.BOTTOM_CENTER);
        box.getStyleClass().add("scan-message-box");
        words.visibleProperty()
                .bind(viewModel
                        .trouble()
                        .isEmpty()
                        .or(BooleanExpression.booleanExpression(
                                viewModel.message().map(ScanMessage::isAnswer))));
        box.visibleProperty().bind(part.visibleProperty().not());
        return box;
    }

    /** Returns the button that scans an answered computer again although its code has not left the view. */
    private Button againButton() {
        Button button = Parts.button(PhoneIds.SCAN_AGAIN, MESSAGES.text("scan.again"), viewModel::retry);
        Parts.shownWhen(button, viewModel.answered());
        return button;
    }

    /** Returns the button that selects a part of the screen, which leaves out the codes of other windows. */
    private Button partButton() {
        var chosen = viewModel.menu().chosen();
        var isPart = Bindings.createBooleanBinding(
                () -> chosen.get() instanceof CameraChoice.Screen(var now) && !now.equals(ScreenPart.ALL), chosen);
        Button button = new Button();
        button.setId(PhoneIds.SCAN_PART);
        button.textProperty()
                .bind(Bindings.when(isPart).then(MESSAGES.text("scan.part.all")).otherwise(MESSAGES.text("scan.part")));
        Parts.shownWhen(
                button,
                Bindings.createBooleanBinding(
                        () -> chosen.get() instanceof CameraChoice.Screen
                                && !viewModel.still().get(),
                        chosen,
                        viewModel.still()));
        button.setOnAction(e -> {
            if (isPart.get()) {
                viewModel.menu().useScreen(ScreenPart.ALL);
            } else {
                part.open();
            }
        });
        return button;
    }

    private VBox trouble() {
        Label words = Parts.label("");
        words.setId(PhoneIds.SCAN_TROUBLE);
        words.textProperty().bind(viewModel.trouble());
        Button retry = new Button();
        retry.textProperty()
                .bind(Bindings.when(viewModel.still())
                        .then(MESSAGES.text("scan.back"))
                        .otherwise(MESSAGES.text("scan.retry")));
        retry.setId(PhoneIds.SCAN_RETRY);
        retry.getStyleClass().add("accent");
        retry.setOnAction(e -> viewModel.retry());
        VBox box = new VBox(Icons.icon("mdi2c-camera-off-outline", "trouble-icon"), words, retry);
        box.getStyleClass().add("scan-trouble");
        box.visibleProperty().bind(viewModel.trouble().isNotEmpty());
        return box;
    }

    /** True while the person chooses a part of the screen. */
    public ObservableBooleanValue choosing() {
        return part.visibleProperty();
    }

    /** Handles a key press that no other node handled while this is on screen. */
    public void onKey(KeyEvent key) {
        chooser.onKey(key);
        if (PASTE.match(key)) {
            sources.paste();
            key.consume();
        }
    }

    private void dragged(DragEvent drag) {
        if (drag.getDragboard().hasFiles() || drag.getDragboard().hasImage()) {
            drag.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(DROPPING, true);
        }
        drag.consume();
    }

    private void dropped(DragEvent drag) {
        pseudoClassStateChanged(DROPPING, false);
        drag.setDropCompleted(sources.take(drag.getDragboard()));
        drag.consume();
    }
}
