/** Sentences of the shared parts of windows. */
@NullMarked
package coderbased.fx.messages;

import org.jspecify.annotations.NullMarked;
