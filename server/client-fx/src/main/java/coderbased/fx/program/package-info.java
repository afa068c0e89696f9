/**
 * Parts of a program with windows that are no screens: its command line and start, its settings file, the place of its
 * window.
 *
 * <p>Both apps use them. It knows no screen.
 */
@NullMarked
package coderbased.fx.program;

import org.jspecify.annotations.NullMarked;
