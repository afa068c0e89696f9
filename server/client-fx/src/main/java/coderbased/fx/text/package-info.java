/**
 * Text of others, made harmless and drawn alike on all systems: control characters, direction, wrapping, links and
 * emoji. Nothing here knows a screen.
 */
@NullMarked
package coderbased.fx.text;

import org.jspecify.annotations.NullMarked;
