/**
 * Finds and reads QR codes in camera frames: {@link coderbased.qr.QrReader} is the front door.
 *
 * <p>A {@link coderbased.qr.picture.Frame} goes in, a {@link coderbased.qr.ReadResult} comes out: the texts with their
 * outlines, or a {@link coderbased.qr.Hint} that says what the person could do. The package knows no camera, no
 * window and no login: what a text means is for its reader to say. It stands on ZXing's decoder (modules to text) and
 * on the idea of its binarisers; everything between the two, from the picture to the modules, is done here.
 *
 * <p>The way of a code leads through three rooms: {@code picture} makes bits of the pixels, {@code finders} finds the
 * squares in its corners, and {@code code} fits the grid, samples it and decodes it.
 *
 * <h2>How a code is found</h2>
 *
 * <ol>
 *   <li><b>Look.</b> {@code Views} offers the frame in several ways ({@code View}): smaller, at full size, enlarged,
 *       with a local or a global threshold; each for codes dark on light and light on dark. Each is a {@code
 *       GreyPlane}, made once per frame, and a {@code BitPlane} of what is dark in it.
 *   <li><b>Find the finders.</b> A code has a finder pattern in three corners: a dark square of 3 modules in a light
 *       one of 5 in a dark one of 7. {@code FinderScan} runs along the rows and notes every place that shows light :
 *       dark : light as 1 : 3 : 1, far too many; at the ends of a row or a column, half of that is enough ({@code
 *       CutRuns}), for the border may cut a pattern. {@code FinderShape} walks outward from each place over the
 *       <em>grey</em> picture and fits a tilted square to the edges it meets. What remains is a {@code Finder}:
 *       centre, both axes, edge points with a precision below a pixel. All are kept; picking the best three too early
 *       is how codes are lost.
 *   <li><b>Group them.</b> {@code FinderTriples} ranks the triples that may be one code: along an axis of each other,
 *       legs of equal length when counted in modules.
 *   <li><b>Lay a mesh.</b> A code of version 7 or more states its version beside two finder patterns ({@code
 *       VersionBits}). From there {@code AlignmentMesh} looks for one alignment pattern after the other, each from its
 *       neighbours, and {@code ModulePlaces} lays smooth curves through them: a bend of the paper or of the lens does
 *       not add up. If that reads nothing, the code is treated like a small one.
 *   <li><b>Suppose a grid.</b> {@code GridGuess} takes the three likeliest dimensions, fits a perspective to all edge
 *       points of the three finders at once ({@code CornerFit}), and asks the timing patterns, the dotted lines between
 *       the finders, which dimension is right.
 *   <li><b>Refine it.</b> {@code GridRefinement} looks for the alignment pattern and moves the four corners until the
 *       modules whose colour is known beforehand ({@code FunctionPatterns}) agree best ({@code GridScore}).
 *   <li><b>Sample.</b> {@code ModuleGrid} takes the brightness of each module from the grey picture and compares it
 *       with its neighbourhood; a second try sharpens first, because blur carries light from module to module.
 *   <li><b>Decode.</b> {@code CodeDecoder} asks ZXing's decoder and disbelieves texts that needed more correction than
 *       the standard grants.
 *   <li><b>Lay the outline.</b> {@code BorderFit} fits the grid of a code that was read to the borders between all its
 *       dark and light modules, so that what is drawn on the picture lies on the code.
 *   <li><b>Bend.</b> If all views failed but some grid looked right, {@code Bend} lays a mesh of small shifts over it:
 *       bottles, shirts, lenses.
 * </ol>
 *
 * <h2>Two uses, one machinery</h2>
 *
 * <p>A live stream ({@link coderbased.qr.QrReader#read}) looks at each frame in the cheapest view, then at full size
 * or in one of the other views by turns; {@code Interest} remembers where something was seen, so that the costly
 * enlarged view is spent there. A single picture ({@link coderbased.qr.QrReader#readThoroughly}) gets all views. A view
 * in which nothing looks like a finder costs only the search for it. Both are bounded by counts, not by a clock: places
 * looked at, triples tried, and with {@code SampleBudget} the samples of the picture that all of it may take.
 *
 * <p>How often it reads what, and what it costs beside ZXing alone, is measured by {@code mvn -Pbench -pl
 * phone-emulator -am}; beside another build of this package, with {@code -Dbench.folder} and {@code
 * -Dbench.main=coderbased.qr.bench.QuietTimes} or {@code HardTable}.
 */
@NullMarked
package coderbased.qr;

import org.jspecify.annotations.NullMarked;
