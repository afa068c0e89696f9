/**
 * The chat of one session: joins the conversation list with the open thread, and carries what all its ViewModels
 * share.
 */
@NullMarked
package coderbased.fx.chat;

import org.jspecify.annotations.NullMarked;
