package coderbased.desktop;

import java.util.Arrays;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keyboard shortcuts that work wherever the focus is, and their lines in the help. */
enum Shortcut {
    HELP("F1  or  Ctrl  /", "Show this help", KeyCode.F1),
    HELP_TOO("", "", KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN),
    SETTINGS("Ctrl  ,", "Settings", KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN),
    SEARCH("Ctrl  F", "Search chats, people and messages", KeyCode.F, KeyCombination.SHORTCUT_DOWN),
    NEW_CHAT("Ctrl  N", "New chat", KeyCode.N, KeyCombination.SHORTCUT_DOWN),
    NEW_GROUP("Ctrl  Shift  N", "New group", KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
    NEXT_CHAT("Ctrl  ↓", "Next chat", KeyCode.DOWN, KeyCombination.SHORTCUT_DOWN),
    PREVIOUS_CHAT("Ctrl  ↑", "Previous chat", KeyCode.UP, KeyCombination.SHORTCUT_DOWN),
    PLACE("Ctrl  1 … 9", "Open a chat by its place in the list", null),
    INFO("Ctrl  I", "Show the members of the open chat", KeyCode.I, KeyCombination.SHORTCUT_DOWN),
    PIN(
            "Ctrl  Shift  P",
            "Pin or unpin the open chat",
            KeyCode.P,
            KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN),
    MUTE(
            "Ctrl  Shift  M",
            "Mute or unmute the open chat",
            KeyCode.M,
            KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN),
    ARCHIVE(
            "Ctrl  Shift  A",
            "Archive or unarchive the open chat",
            KeyCode.A,
            KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN),
    UNDO(
            "Ctrl  Shift  Z",
            "Undo the last change to a chat",
            KeyCode.Z,
            KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);

    private final String keys;
    private final String words;
    private final @Nullable KeyCombination combination;

    Shortcut(String keys, String words, @Nullable KeyCode code, Modifier... modifiers) {
        this.keys = keys;
        this.words = words;
        this.combination = code == null ? null : new KeyCodeCombination(code, modifiers);
    }

    /** Returns the keys for the help; empty for an alternative shortcut. */
    String keys() {
        return keys;
    }

    /** Returns the description for the help. */
    String words() {
        return words;
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
