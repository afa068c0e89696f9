/** The form of the lines in the server's log, which {@code logback.xml} sets up. */
@NullMarked
package coderbased.logging;

import org.jspecify.annotations.NullMarked;
