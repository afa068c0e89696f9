/**
 * Parts of a program with windows that are no screens: its start, its settings file, the place of its window.
 *
 * <p>Both apps use them. It knows no screen and no client.
 */
@NullMarked
package coderbased.fx.program;

import org.jspecify.annotations.NullMarked;
