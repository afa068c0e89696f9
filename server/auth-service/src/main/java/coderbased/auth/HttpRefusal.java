package coderbased.auth;

import coderbased.protocol.Problem;

/**
 * A service says no to an HTTP call, by an exception that says why to whoever called. One that has a cause is the server's
 * own trouble, and goes into the log too.
 */
public interface HttpRefusal {

    /** What goes onto the wire. */
    Problem problem();
}
