/** Sentences of the phone: its screens, its scanner and its command line. */
@NullMarked
package coderbased.phone.messages;

import org.jspecify.annotations.NullMarked;
