package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.phone.parts.PhoneIds;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/**
 * The buttons that choose one of the codes in view, at a place of their own where they do not move; those of a single
 * picture show the part of it. The digits choose too, and Escape chooses none.
 */
final class CodeChooser extends FlowPane {

    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);
    private static final double GAP = 8;

    private final PreviewPane preview;
    private final IntConsumer onChosen;
    private final Runnable onNone;
    private CodesInView codes = CodesInView.NONE;

    CodeChooser(PreviewPane preview, IntConsumer onChosen, Runnable onNone) {
        super(GAP, GAP);
        this.preview = preview;
        this.onChosen = onChosen;
        this.onNone = onNone;
        setId(PhoneIds.SCAN_CHOICE);
        setAlignment(Pos.CENTER);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void show(CodesInView now) {
        codes = now;
        int count = codes.codes().size();
        if (getChildren().size() > count) {
            getChildren().clear();
        }
        for (int i = 0; i < count; i++) {
            CodesInView.Numbered code = codes.codes().get(i);
            if (getChildren().size() == i) {
                getChildren().add(button(code));
            }
            getChildren().get(i).setDisable(!code.inView());
        }
        setVisible(count > 0);
        showParts();
    }

    /** Shows the parts of a single picture anew; its codes and its pixels arrive in any order. */
    void showParts() {
        if (codes.still()) {
            for (int i = 0; i < getChildren().size(); i++) {
                Button button = (Button) getChildren().get(i);
                button.setGraphic(preview.part(codes.codes().get(i).outline(), codes.width(), codes.height()));
            }
        }
    }

    /** Handles a key; consumes those that choose. */
    void onKey(KeyEvent key) {
        if (!isVisible() || key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        int number = 1 + Math.max(DIGITS.indexOf(key.getCode()), numpad(key.getCode()));
        if (number > 0) {
            onChosen.accept(number);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            onNone.run();
            key.consume();
        }
    }

    private static int numpad(KeyCode code) {
        boolean isDigit = code.compareTo(KeyCode.NUMPAD1) >= 0 && code.compareTo(KeyCode.NUMPAD9) <= 0;
        return isDigit ? code.ordinal() - KeyCode.NUMPAD1.ordinal() : -1;
    }

    private Button button(CodesInView.Numbered code) {
        Button button = new Button(MESSAGES.text("scan.choice.one", "number", code.number()));
        button.setId(PhoneIds.SCAN_CHOICE + "-" + code.number());
        button.setAccessibleText(MESSAGES.text("scan.choice.spoken", "number", code.number(), "place", place(code)));
        button.setContentDisplay(ContentDisplay.TOP);
        button.setOnAction(e -> onChosen.accept(code.number()));
        return button;
    }

    private String place(CodesInView.Numbered code) {
        double x = (code.outline().topLeft().x() + code.outline().bottomRight().x()) / 2 / codes.width();
        double y = (code.outline().topLeft().y() + code.outline().bottomRight().y()) / 2 / codes.height();
        boolean isAside = Math.abs(x - 0.5) >= Math.abs(y - 0.5);
        return isAside ? x < 0.5 ? "left" : "right" : y < 0.5 ? "top" : "bottom";
    }
}
