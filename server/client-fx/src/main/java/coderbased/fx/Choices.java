package coderbased.fx;

import java.util.function.Function;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;

/** Boxes from which one of a few values is picked. */
public final class Choices {

    private Choices() {}

    /** Returns a box with these values, each shown in its words. */
    public static <T> ChoiceBox<T> box(String id, T[] values, Function<T, String> words) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T choice) {
                return choice == null ? "" : words.apply(choice);
            }

            @Override
            public T fromString(String label) {
                throw new UnsupportedOperationException("choices are picked, not typed");
            }
        });
        return box;
    }
}
