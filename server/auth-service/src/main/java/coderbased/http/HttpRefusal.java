package coderbased.http;

import coderbased.protocol.Problem;

/**
 * A service says no to an HTTP call, by an exception that says why to whoever called. Whoever throws one for trouble of
 * the server's own has logged it.
 */
public interface HttpRefusal {

    /** Returns the body of the answer. */
    Problem problem();
}
