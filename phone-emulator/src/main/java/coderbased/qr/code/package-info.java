/**
 * From three finder patterns to a text: {@link coderbased.qr.code.CodeSearch} is the front door.
 *
 * <p>It fits a grid of modules to the picture ({@code GridGuess}, {@code GridRefinement}, {@code Bend}), samples it
 * ({@code ModuleGrid}) and decodes what it holds ({@code CodeDecoder}).
 */
@NullMarked
package coderbased.qr.code;

import org.jspecify.annotations.NullMarked;
