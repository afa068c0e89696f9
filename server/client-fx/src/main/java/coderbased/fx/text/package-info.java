/**
 * Untrusted text, made safe and drawn alike on all systems: control characters, direction, wrapping, links and emoji.
 * Independent of screens.
 */
@NullMarked
package coderbased.fx.text;

import org.jspecify.annotations.NullMarked;
