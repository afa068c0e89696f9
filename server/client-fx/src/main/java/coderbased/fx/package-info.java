/**
 * What the desktop's and the phone's windows share.
 *
 * <p>A screen is two files. A <em>ViewModel</em> ({@link coderbased.fx.ChatViewModel}, {@link
 * coderbased.fx.ConversationListViewModel}, {@link coderbased.fx.ThreadViewModel}) says what the screen shows and what the
 * person can do; it knows no node and no thread. A <em>View</em> ({@link coderbased.fx.ConversationListView}, {@link
 * coderbased.fx.ThreadView}) builds the nodes, gives them ids, binds and forwards; it knows nothing of the client.
 *
 * <p>The client speaks on its own thread. {@link coderbased.fx.Live} turns what it tells into a property, {@link
 * coderbased.fx.FxThread} is the only place that hops. {@link coderbased.fx.Theme} dresses a scene light or dark; every
 * colour is a looked-up variable in {@code coderbased.css}. {@link coderbased.fx.SafeText} makes names and texts of others
 * harmless before they are shown.
 *
 * <p>The sheets over a chat are in {@link coderbased.fx.people}, what tells of what came in elsewhere is in {@link
 * coderbased.fx.notify}.
 *
 * <p>Node ids, the same in both apps: {@code #conversation-search}, {@code #search-clear}, {@code #new-chat}, {@code
 * #conversation-list}, {@code #conversation-empty}, {@code #conversation-skeleton}, {@code #catching-up}, {@code
 * #archive-back}, {@code #toast}, {@code #toast-undo}; {@code #thread-title}, {@code #thread-back}, {@code #message-list}, {@code #jump-to-newest}, {@code
 * #composer}, {@code #composer-problem}, {@code #send}, {@code #thread-empty}.
 */
@NullMarked
package coderbased.fx;

import org.jspecify.annotations.NullMarked;
