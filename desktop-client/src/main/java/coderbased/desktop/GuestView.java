package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Parts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The Guest State: instructions and the code, side by side in a wide window, else the code first. */
final class GuestView extends ScrollPane {

    private static final double WIDE = 720;
    private static final double LARGEST_CODE = 620;
    private static final double ROOM_BESIDE = 420;
    private static final double ROOM_AROUND = 72;
    private static final double ROOM_BELOW = 150;
    private static final double SHARE_WHEN_NARROW = 0.46;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final GuestViewModel viewModel;
    private final GridPane page = new GridPane();
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final QrCard card;
    private final VBox howTo;
    private final VBox code;

    GuestView(GuestViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().addAll("guest", "edge-to-edge");
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        card = new QrCard(DesktopIds.QR_CODE, viewModel.qrText(), viewModel.typedCode());
        howTo = howTo();
        code = new VBox(card(), statusLine());
        code.setFillWidth(false);
        code.getStyleClass().add("code-column");
        page.getStyleClass().add("guest-page");
        setContent(page);
        skinProperty().subscribe(this::drawWithoutCache);
        widthProperty().subscribe(this::arrange);
        heightProperty().subscribe(this::arrange);
    }

    /** Lets each second draw the ring alone: a scroll pane keeps a picture of its content, and redraws all of that. */
    private void drawWithoutCache() {
        if (lookup(".viewport") instanceof Node viewport) {
            viewport.setCache(false);
        }
    }

    private void arrange() {
        boolean wide = getWidth() >= WIDE;
        double room = wide
                ? Math.min(getWidth() - ROOM_BESIDE - ROOM_AROUND, getHeight() - ROOM_BELOW)
                : Math.min(getWidth() - ROOM_AROUND, getHeight() * SHARE_WHEN_NARROW);
        double side = Math.min(LARGEST_CODE, Math.max(card.leastSide(), room));
        card.setMinSize(side, side);
        card.setMaxSize(side, side);
        page.getChildren().clear();
        page.add(howTo, 0, wide ? 0 : 1);
        page.add(code, wide ? 1 : 0, 0);
        howTo.setAlignment(wide ? Pos.CENTER_LEFT : Pos.TOP_LEFT);
        howTo.pseudoClassStateChanged(NARROW, !wide);
        narrow.set(!wide);
        page.setPadding(new Insets(wide ? 32 : 20));
    }

    private Node card() {
        card.setFocusTraversable(true);
        card.setCursor(Cursor.HAND);
        card.setOnMouseClicked(e -> viewModel.enlarged().set(true));
        card.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                viewModel.enlarged().set(true);
            }
        });
        Tooltip.install(card, new Tooltip(MESSAGES.text("guest.code.enlarge")));
        return card;
    }

    private HBox statusLine() {
        TimeRing ring = new TimeRing(viewModel.timeLeft(), viewModel.secondsLeft());
        Label status = Parts.label("");
        status.setId(DesktopIds.GUEST_STATUS);
        status.textProperty().bind(viewModel.status());
        Label next = Parts.label(MESSAGES.text("guest.code.renews"), "text-muted", "text-small");
        Parts.shownWhen(next, viewModel.lastCode().not());
        VBox words = new VBox(status, next);
        words.getStyleClass().add("status-words");
        Button newCode =
                Parts.button(DesktopIds.NEW_CODE, MESSAGES.text("guest.code.new"), viewModel::newCode, "accent");
        newCode.setMinWidth(USE_PREF_SIZE);
        Parts.shownWhen(newCode, viewModel.late());
        HBox line = new HBox(ring, words, newCode);
        line.getStyleClass().add("status-line");
        return line;
    }

    private VBox howTo() {
        Label title = Parts.label(MESSAGES.text("guest.title"), "how-to-title");
        VBox steps = new VBox();
        steps.getStyleClass().add("steps");
        List<String> sentences = List.of(
                MESSAGES.text("guest.steps.open"),
                MESSAGES.text("guest.steps.scan"),
                MESSAGES.text("guest.steps.approve"));
        for (int i = 0; i < sentences.size(); i++) {
            steps.getChildren().add(step(i + 1, sentences.get(i)));
        }
        Parts.shownWhen(steps, viewModel.typedCodeShown().and(narrow).not());
        VBox column = new VBox(title, steps, new TypedCodeBox(viewModel));
        column.getStyleClass().add("how-to");
        return column;
    }

    private static HBox step(int number, String sentence) {
        Label digit = new Label(Integer.toString(number));
        digit.getStyleClass().add("step-number");
        Label words = Parts.label(sentence, "step-words");
        HBox step = new HBox(digit, words);
        step.getStyleClass().add("step");
        return step;
    }
}
