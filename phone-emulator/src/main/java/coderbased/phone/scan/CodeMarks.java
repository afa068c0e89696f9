package coderbased.phone.scan;

import coderbased.phone.parts.PhoneIds;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;

/** The numbers on the codes in the picture of which the person chooses one; a click on a code chooses it. */
final class CodeMarks extends Pane {

    private record Mark(Polygon outline, Label number) {}

    private final PreviewPane preview;
    private final IntConsumer onChosen;
    private final Map<Integer, Mark> marks = new HashMap<>();
    private CodesInView codes = CodesInView.NONE;

    CodeMarks(PreviewPane preview, IntConsumer onChosen) {
        this.preview = preview;
        this.onChosen = onChosen;
        setId(PhoneIds.SCAN_MARKS);
        setPickOnBounds(false);
        visibleProperty().bind(preview.visibleProperty());
    }

    void show(CodesInView now) {
        codes = now;
        if (marks.keySet().removeIf(number -> number > now.codes().size())) {
            getChildren().clear();
            marks.values().forEach(mark -> getChildren().addAll(mark.outline, mark.number));
        }
        now.codes().forEach(this::place);
    }

    @Override
    protected void layoutChildren() {
        codes.codes().forEach(this::place);
    }

    private void place(CodesInView.Numbered code) {
        Mark mark = marks.computeIfAbsent(code.number(), this::mark);
        mark.outline.setVisible(code.inView());
        mark.number.setVisible(code.inView());
        double[] corners = preview.place(code.outline(), codes.width(), codes.height());
        mark.outline.getPoints().clear();
        for (double corner : corners) {
            mark.outline.getPoints().add(corner);
        }
        mark.number.autosize();
        double middleX = (corners[0] + corners[4]) / 2;
        double middleY = (corners[1] + corners[5]) / 2;
        mark.number.relocate(middleX - mark.number.getWidth() / 2, middleY - mark.number.getHeight() / 2);
    }

    private Mark mark(int number) {
        Polygon outline = new Polygon();
        outline.getStyleClass().add("scan-mark");
        outline.setManaged(false);
        outline.setOnMouseClicked(mouse -> {
            if (mouse.getButton() == MouseButton.PRIMARY) {
                onChosen.accept(number);
            }
        });
        Label words = new Label(Integer.toString(number));
        words.getStyleClass().add("scan-mark-number");
        words.setManaged(false);
        words.setMouseTransparent(true);
        getChildren().addAll(outline, words);
        return new Mark(outline, words);
    }
}
