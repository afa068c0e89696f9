package coderbased.herd;

import coderbased.node.Listening;

/**
 * The speed of one node.
 *
 * @param handshakes so many connections a second are opened and asked whose they are, where nothing else is done
 * @param devices so many devices a second are let in and told what they missed, where nothing else is done
 * @param accepting so many connections wait to be accepted; the system answers no other until then
 */
record Pace(double handshakes, double devices, int accepting) {

    private static final double SECOND = 1e9;

    static Pace of(double handshakes, double devices) {
        return new Pace(handshakes, devices, Listening.ACCEPTING);
    }

    /** The same for one of so many nodes that share what bears so many devices a second. */
    Pace sharing(double together, int nodes) {
        return new Pace(handshakes, Math.min(devices, together / nodes), accepting);
    }

    long handshakeNanos() {
        return (long) (SECOND / handshakes);
    }

    /** One of the equal steps in which a device is let in, without the handshake. */
    long stepNanos(int steps) {
        return (long) ((SECOND / devices - SECOND / handshakes) / steps);
    }
}
