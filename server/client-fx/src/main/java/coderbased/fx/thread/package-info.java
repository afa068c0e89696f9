/**
 * One conversation on screen: its heading, its messages as bubbles, where it is scrolled to, and what can be done
 * with a message.
 */
@NullMarked
package coderbased.fx.thread;

import org.jspecify.annotations.NullMarked;
