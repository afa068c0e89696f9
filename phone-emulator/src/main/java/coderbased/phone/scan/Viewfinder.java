package coderbased.phone.scan;

import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;

/** Four corners in the middle of the picture, to aim with. */
final class Viewfinder extends Pane {

    private static final double SHARE = 0.66;
    private static final double ARM = 30;
    private static final double ROUND = 14;

    Viewfinder() {
        setMouseTransparent(true);
        for (int i = 0; i < 4; i++) {
            Path corner = new Path();
            corner.getStyleClass().add("viewfinder");
            corner.setCache(true); // the picture below it changes thirty times a second, and its shadow does not
            getChildren().add(corner);
        }
    }

    @Override
    protected void layoutChildren() {
        double half = Math.min(getWidth(), getHeight()) * SHARE / 2;
        for (int i = 0; i < 4; i++) {
            double right = i % 2 == 0 ? -1 : 1;
            double down = i < 2 ? -1 : 1;
            double x = getWidth() / 2 + right * half;
            double y = getHeight() / 2 + down * half;
            ((Path) getChildren().get(i))
                    .getElements()
                    .setAll(
                            new MoveTo(x - right * ARM, y),
                            new LineTo(x - right * ROUND, y),
                            new QuadCurveTo(x, y, x, y - down * ROUND),
                            new LineTo(x, y - down * ARM));
        }
    }
}
