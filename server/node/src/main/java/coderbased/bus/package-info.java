/**
 * How nodes tell each other things. Each port of the Auth Service and the Chat Service has an implementation for a server
 * that is one node, where telling is a call to another thread of the same program.
 */
@NullMarked
package coderbased.bus;

import org.jspecify.annotations.NullMarked;
