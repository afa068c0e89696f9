/** Conversation list: its rows, invitations, search, and actions on conversations. Independent of threads. */
@NullMarked
package coderbased.fx.list;

import org.jspecify.annotations.NullMarked;
