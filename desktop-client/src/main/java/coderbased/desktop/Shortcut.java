package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import java.util.Arrays;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keyboard shortcuts that work wherever the focus is, and their lines in the help. */
enum Shortcut {
    HELP("shortcuts.helpKeys", "shortcuts.help", KeyCode.F1),
    HELP_TOO(null, "shortcuts.help", KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN),
    SETTINGS("shortcuts.settingsKeys", "shortcuts.settings", KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN),
    SEARCH("shortcuts.searchKeys", "shortcuts.search", KeyCode.F, KeyCombination.SHORTCUT_DOWN),
    NEW_CHAT("shortcuts.newChatKeys", "shortcuts.newChat", KeyCode.N, KeyCombination.SHORTCUT_DOWN),
    NEW_GROUP(
            "shortcuts.newGroupKeys",
            "shortcuts.newGroup",
            KeyCode.N,
            KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN),
    NEXT_CHAT("shortcuts.nextKeys", "shortcuts.next", KeyCode.DOWN, KeyCombination.SHORTCUT_DOWN),
    PREVIOUS_CHAT("shortcuts.previousKeys", "shortcuts.previous", KeyCode.UP, KeyCombination.SHORTCUT_DOWN),
    PLACE("shortcuts.placeKeys", "shortcuts.place", null),
    INFO("shortcuts.infoKeys", "shortcuts.info", KeyCode.I, KeyCombination.SHORTCUT_DOWN),
    PIN("shortcuts.pinKeys", "shortcuts.pin", KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    MUTE("shortcuts.muteKeys", "shortcuts.mute", KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    ARCHIVE(
            "shortcuts.archiveKeys",
            "shortcuts.archive",
            KeyCode.A,
            KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN),
    UNDO("shortcuts.undoKeys", "shortcuts.undo", KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final @Nullable String keys;
    private final String meaning;
    private final @Nullable KeyCombination combination;

    Shortcut(@Nullable String keys, String meaning, @Nullable KeyCode code, Modifier... modifiers) {
        this.keys = keys;
        this.meaning = meaning;
        this.combination = code == null ? null : new KeyCodeCombination(code, modifiers);
    }

    /** Returns the keys for the help; empty for an alternative shortcut. */
    String keys() {
        return keys == null ? "" : MESSAGES.text(keys);
    }

    /** Returns the description for the help. */
    String words() {
        return MESSAGES.text(meaning);
    }

    /** Returns the shortcut that was pressed; null for none. */
    static @Nullable Shortcut of(KeyEvent key) {
        return Arrays.stream(values())
                .filter(s -> s.combination != null && s.combination.match(key))
                .findFirst()
                .orElse(isPlace(key) ? PLACE : null);
    }

    /** Returns the place that a digit names, from 0. */
    static int place(KeyEvent key) {
        return key.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
    }

    private static boolean isPlace(KeyEvent key) {
        return key.isShortcutDown()
                && !key.isAltDown()
                && !key.isShiftDown()
                && key.getCode().compareTo(KeyCode.DIGIT1) >= 0
                && key.getCode().compareTo(KeyCode.DIGIT9) <= 0;
    }
}
