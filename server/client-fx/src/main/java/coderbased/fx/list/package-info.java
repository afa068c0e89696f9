/**
 * The conversation list: its rows, invitations, search, and what can be done with a conversation. It knows no thread.
 */
@NullMarked
package coderbased.fx.list;

import org.jspecify.annotations.NullMarked;
