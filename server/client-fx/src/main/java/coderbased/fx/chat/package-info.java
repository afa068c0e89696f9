/**
 * Chat of one session: joins the conversation list and the open thread, and holds the common dependencies of their
 * ViewModels.
 */
@NullMarked
package coderbased.fx.chat;

import org.jspecify.annotations.NullMarked;
