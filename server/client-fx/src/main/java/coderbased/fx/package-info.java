/**
 * What the desktop's and the phone's windows share.
 *
 * <p>A screen is two files. A <em>ViewModel</em> ({@link coderbased.fx.chat.ChatViewModel}, {@link
 * coderbased.fx.list.ConversationListViewModel}, {@link coderbased.fx.thread.ThreadViewModel}) says what the screen
 * shows and what the person can do; it knows no node and no thread. A <em>View</em> ({@link
 * coderbased.fx.list.ConversationListView}, {@link coderbased.fx.thread.ThreadView}) builds the nodes, gives them ids,
 * binds and forwards; it knows nothing of the client.
 *
 * <p>The client speaks on its own thread. {@link coderbased.fx.Live} turns what it tells into a property, {@link
 * coderbased.fx.FxThread} is the only place that hops. {@link coderbased.fx.Theme} dresses a scene light or dark; every
 * colour is a looked-up variable in {@code coderbased.css}. {@link coderbased.fx.text.SafeText} makes names and texts
 * of others harmless before they are shown.
 *
 * <p>This package holds what all the others use: the hop between threads, themes, icons, toasts and focus. {@code text}
 * lies below it. Above it are {@code list}, {@code compose} and {@code thread}, joined by {@code chat}; the sheets over
 * a chat are in {@link coderbased.fx.people}, and news from elsewhere is announced by {@link coderbased.fx.notify}.
 *
 * <p>Node ids, the same in both apps: {@code #conversation-search}, {@code #search-clear}, {@code #new-chat}, {@code
 * #conversation-list}, {@code #conversation-empty}, {@code #conversation-skeleton}, {@code #catching-up}, {@code
 * #archive-back}, {@code #toast}, {@code #toast-undo}; {@code #thread-title}, {@code #thread-back}, {@code #message-list}, {@code #jump-to-newest}, {@code
 * #composer}, {@code #composer-problem}, {@code #send}, {@code #thread-empty}.
 */
@NullMarked
package coderbased.fx;

import org.jspecify.annotations.NullMarked;
