/**
 * What a person writes: the composer with its drafts, the emoji picker, and the files that are about to be sent. It
 * knows no thread; a thread holds it.
 */
@NullMarked
package coderbased.fx.compose;

import org.jspecify.annotations.NullMarked;
