/**
 * The sheets over a chat: whom to write to, whom to make a group of, who is in a group, who somebody is.
 *
 * <p>{@link coderbased.fx.people.ChatSheets} opens them, at the wish of the list, the thread or the keyboard, on the {@link
 * coderbased.fx.people.SheetHost} that each app offers: the desktop lays a sheet over its window, the phone fills its
 * screen. Each sheet is two files, a ViewModel and a View, as everywhere.
 *
 * <p>Node ids: {@code #people-search}, {@code #people-list}, {@code #people-note}, {@code #new-group}, {@code #group-name},
 * {@code #group-create}, {@code #group-rename}, {@code #group-members}, {@code #group-add}, {@code #group-add-done}, {@code
 * #group-picture-choose}, {@code #group-picture-remove}, {@code #group-leave}, {@code #group-leave-yes}, {@code
 * #info-mute}, {@code #sheet-problem}, {@code #sheet-close}.
 */
@NullMarked
package coderbased.fx.people;

import org.jspecify.annotations.NullMarked;
