/** Sentences of the client for the people who use it. */
@NullMarked
package coderbased.client.messages;

import org.jspecify.annotations.NullMarked;
