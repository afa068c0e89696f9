/**
 * One conversation on screen: its heading, its messages as bubbles, its scroll position, and the actions on messages.
 */
@NullMarked
package coderbased.fx.thread;

import org.jspecify.annotations.NullMarked;
