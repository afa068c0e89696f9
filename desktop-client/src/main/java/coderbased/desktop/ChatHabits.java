package coderbased.desktop;

import coderbased.fx.notify.Privacy;

/**
 * How a person wants the chat to behave.
 *
 * @param notifications how much a notification says
 * @param sound whether one is heard
 * @param enterSends whether Enter sends what is written; else it begins a new line, and Ctrl+Enter sends
 */
public record ChatHabits(Privacy notifications, boolean sound, boolean enterSends) {

    /** What holds before anything is set. */
    public static final ChatHabits DEFAULT = new ChatHabits(Privacy.NAME_AND_TEXT, false, true);
}
