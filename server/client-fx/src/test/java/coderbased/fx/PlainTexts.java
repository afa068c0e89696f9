package coderbased.fx;

import coderbased.fx.text.Emoji;
import coderbased.fx.text.EmojiSet;
import coderbased.i18n.Messages;
import java.text.DateFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Texts on the screen that were left in code. While the pseudo-language is in use, each letter of a sentence from a
 * bundle has an accent; a plain letter belongs to what the test itself put in, or to a sentence in code.
 *
 * <p>Reads labels, prompts, tooltips, menus, texts for screen readers and titles of windows, shown or not. Used on the
 * JavaFX thread.
 */
public final class PlainTexts {

    private static final String INSTALLED_TOOLTIP = "javafx.scene.control.Tooltip";
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}([\\s\\u202F][AaPp]\\.?[Mm]\\.?)?");
    /** One letter is no sentence: an initial, or a digit of a code. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]{2}|\\b[a-z]\\b");

    /** Names of emoji: each language has its own set of them. */
    private static final Set<String> EMOJI = EmojiSet.all().groups().values().stream()
            .flatMap(List::stream)
            .map(Emoji::name)
            .collect(Collectors.toUnmodifiableSet());

    private final List<CssParser.ParseError> styleErrors;
    private final int earlierErrors;
    private final List<String> data;
    private final Set<String> found = new TreeSet<>();
    private int count;

    /** @param data texts of the test: names, messages, file names, and sentences of the server */
    public PlainTexts(Stream<String> data) {
        styleErrors = CssParser.errorsProperty(); // gathers errors from the first call on
        earlierErrors = styleErrors.size();
        this.data = Stream.concat(data, calendar())
                .filter(text -> !text.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /**
     * Looks at all open windows, their menus and tooltips included; returns what was found at any time, and errors in
     * styles, such as colours that are unknown where they are used.
     */
    public Set<String> look() {
        styleErrors.stream().skip(earlierErrors).forEach(error -> found.add(error.getMessage()));
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof Stage stage) {
                check("title", stage.getTitle());
            }
            if (window.getScene() != null) {
                look(window.getScene().getRoot());
            }
        }
        return found;
    }

    /** Looks at a node and all below it. */
    public Set<String> look(Node node) {
        String place = node.getTypeSelector() + (node.getId() == null ? "" : "#" + node.getId());
        check(place, node.getAccessibleText());
        check(place, node.getAccessibleHelp());
        check(place, node.getAccessibleRoleDescription());
        if (node.getProperties().get(INSTALLED_TOOLTIP) instanceof Tooltip tooltip) {
            check(place, tooltip.getText());
        }
        if (node instanceof Control control) {
            lookAtControl(place, control);
        }
        if (node instanceof Text text) {
            check(place, text.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().stream()
                    .filter(child -> !(child instanceof Text && parent instanceof Labeled)) // may be cut off
                    .filter(child -> !(parent instanceof TextInputControl)) // what is typed is of the person
                    .forEach(this::look);
        }
        return found;
    }

    /** Returns the number of texts that were looked at. */
    public int count() {
        return count;
    }

    private void lookAtControl(String place, Control control) {
        if (control.getTooltip() != null) {
            check(place, control.getTooltip().getText());
        }
        items(control.getContextMenu());
        switch (control) {
            case TextInputControl field -> check(place, field.getPromptText());
            case MenuButton button -> {
                check(place, button.getText());
                button.getItems().forEach(this::item);
            }
            case Labeled labeled -> check(place, labeled.getText());
            case ChoiceBox<?> box -> choices(place, box);
            default -> {}
        }
    }

    private <T> void choices(String place, ChoiceBox<T> box) {
        if (box.getConverter() != null) {
            box.getItems().forEach(choice -> check(place, box.getConverter().toString(choice)));
        }
    }

    private void items(@Nullable ContextMenu menu) {
        if (menu != null) {
            menu.getItems().forEach(this::item);
        }
    }

    private void item(MenuItem item) {
        check("MenuItem#" + item.getId(), item.getText());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(this::item);
        }
    }

    private void check(String place, @Nullable String text) {
        if (text == null || text.isBlank() || EMOJI.contains(text)) {
            return;
        }
        count++;
        String left = TIME.matcher(text).replaceAll("");
        for (String known : data) {
            left = left.replace(known, "");
        }
        if (PLAIN.matcher(left).find()) {
            found.add(place + ": " + text);
        }
    }

    /** Names of months and days come from the library of the language. */
    private static Stream<String> calendar() {
        return Stream.of(Locale.getDefault(Locale.Category.FORMAT), Messages.PSEUDO)
                .map(DateFormatSymbols::getInstance)
                .flatMap(names -> Stream.of(
                                names.getMonths(),
                                names.getShortMonths(),
                                names.getWeekdays(),
                                names.getShortWeekdays())
                        .flatMap(Stream::of));
    }
}
