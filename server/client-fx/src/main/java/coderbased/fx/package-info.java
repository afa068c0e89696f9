/**
 * Common parts of the desktop's and the phone's windows.
 *
 * <p>A screen consists of two files. A <em>ViewModel</em> ({@link coderbased.fx.chat.ChatViewModel},
 * {@link coderbased.fx.list.ConversationListViewModel}, {@link coderbased.fx.thread.ThreadViewModel}) holds what the
 * screen shows and what the user can do; it uses no nodes and no threads. A <em>View</em>
 * ({@link coderbased.fx.list.ConversationListView}, {@link coderbased.fx.thread.ThreadView}) builds the nodes, gives
 * them ids, binds and forwards; it does not use the client.
 *
 * <p>The client publishes on its own thread. {@link coderbased.fx.Live} turns what it publishes into a property; only
 * {@link coderbased.fx.FxThread} switches threads. {@link coderbased.fx.Theme} makes a scene light or dark; every
 * colour is a looked-up variable in {@code coderbased.css}. {@link coderbased.fx.text.SafeText} makes names and texts
 * of others safe to show.
 *
 * <p>This package holds what all others use: thread switching, themes, icons, toasts and focus. It uses {@code text}.
 * Above it are {@code list}, {@code compose} and {@code thread}, joined by {@code chat}; the sheets over a chat are in
 * {@link coderbased.fx.people}, notifications in {@link coderbased.fx.notify}.
 *
 * <p>Node ids, the same in both apps: {@code #conversation-search}, {@code #search-clear}, {@code #new-chat},
 * {@code #conversation-list}, {@code #conversation-empty}, {@code #conversation-skeleton}, {@code #catching-up},
 * {@code #archive-back}, {@code #toast}, {@code #toast-action}; {@code #thread-title}, {@code #thread-back},
 * {@code #message-list}, {@code #jump-to-newest}, {@code #composer}, {@code #composer-problem}, {@code #send},
 * {@code #thread-empty}.
 */
@NullMarked
package coderbased.fx;

import org.jspecify.annotations.NullMarked;
