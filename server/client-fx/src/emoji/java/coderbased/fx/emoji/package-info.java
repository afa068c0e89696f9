/**
 * The recipe of the emoji pictures and their list; not part of the program.
 *
 * <p>Names, keywords and groups come from the library jemoji, the pictures and their order from the npm package
 * emoji-datasource-google of the same Unicode version.
 */
@NullMarked
package coderbased.fx.emoji;

import org.jspecify.annotations.NullMarked;
