package coderbased.node;

/** The node's listeners, for tests that play a node. */
public final class Listening {

    /** So many connections wait to be accepted, where the system allows it, as Linux has done since 5.4. */
    public static final int ACCEPTING = ListeningSocket.ACCEPTING;

    private Listening() {}
}
