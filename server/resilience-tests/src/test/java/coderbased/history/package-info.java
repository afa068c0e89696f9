/**
 * The proof of the delivery promise: what was acknowledged is never lost, shown once, in one order, on every device.
 *
 * <p>A {@link coderbased.history.Crowd} of real clients talks through a real {@link coderbased.history.ServerProcess}
 * that is killed again and again. Each device's {@link coderbased.history.Screen} writes what was said, acknowledged
 * and shown to a {@link coderbased.history.History} outside the server; afterwards a {@link coderbased.history.Checker}
 * reads that file and names every {@link coderbased.history.Anomaly}. The checker knows nothing of clients, servers and
 * protocols: it judges what was on the screens.
 */
package coderbased.history;
