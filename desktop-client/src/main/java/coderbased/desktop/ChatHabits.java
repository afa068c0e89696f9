package coderbased.desktop;

import coderbased.fx.notify.Privacy;

/**
 * The settings that say how the chat behaves.
 *
 * @param notifications how much a notification says
 * @param sound whether one is heard
 * @param enterSends whether Enter sends what is written; else it begins a new line, and Ctrl+Enter sends
 */
public record ChatHabits(Privacy notifications, boolean sound, boolean enterSends) {

    /** The values before anything is set. */
    public static final ChatHabits DEFAULT = new ChatHabits(Privacy.NAME_AND_TEXT, false, true);
}
