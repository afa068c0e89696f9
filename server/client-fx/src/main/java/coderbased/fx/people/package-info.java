/**
 * Sheets over a chat: new chat, new group, group and person.
 *
 * <p>{@link coderbased.fx.people.ChatSheets} opens them for the list, the thread and the keyboard, on the
 * {@link coderbased.fx.people.SheetHost} of the app: the desktop lays a sheet over its window, the phone fills its
 * screen. Each sheet consists of a ViewModel and a View.
 *
 * <p>Node ids: {@code #people-search}, {@code #people-list}, {@code #people-note}, {@code #new-group},
 * {@code #group-name}, {@code #group-create}, {@code #group-rename}, {@code #group-members}, {@code #group-add},
 * {@code #group-add-done}, {@code #group-picture-choose}, {@code #group-picture-remove}, {@code #group-leave},
 * {@code #sheet-question-yes}, {@code #info-mute}, {@code #sheet-problem}, {@code #sheet-close}.
 */
@NullMarked
package coderbased.fx.people;

import org.jspecify.annotations.NullMarked;
