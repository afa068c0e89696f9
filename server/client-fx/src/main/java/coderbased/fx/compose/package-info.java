/**
 * Writing: the composer with its drafts, the emoji picker, and the files that are about to be sent. Independent of
 * threads, which contain it.
 */
@NullMarked
package coderbased.fx.compose;

import org.jspecify.annotations.NullMarked;
