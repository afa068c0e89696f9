package coderbased.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * The network between clients and server: a TCP relay on loopback that can be cut, mended, plugged into another server,
 * or left plugged in but dead, as a link is whose other end vanished, or stalled, as one is whose other end does not
 * read, or slow.
 *
 * <p>Clients keep its address whatever happens behind it. Thread-safe.
 */
public final class Cable implements AutoCloseable {

    private enum Health {
        WHOLE,
        NOTHING_NEW,
        CUT,
        DEAD,
        DEAD_IN,
        DEAD_OUT,
        STALLED
    }

    private static final int QUICK = 16 * 1024;
    private static final int SLOW = 2 * 1024;

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile IntSupplier target;
    private volatile Health health = Health.WHOLE;
    private volatile Duration delay = Duration.ZERO;
    private final AtomicLong carried = new AtomicLong();
    private final Queue<Long> cuts = new ConcurrentLinkedQueue<>();

    public Cable(int target) throws IOException {
        this(() -> target);
    }

    /** One of which each new connection leads to the port that is named for it. */
    public Cable(IntSupplier target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Connections that stand go on, new ones are refused. */
    void refuseNew() {
        health = Health.NOTHING_NEW;
    }

    /** Ends every connection and refuses new ones. */
    public void cut() {
        health = Health.CUT;
        open.forEach(Cable::closeQuietly);
    }

    /** Cuts it each time it has carried that many bytes from now on, both ways together; the numbers grow. */
    void cutAfter(Long... bytes) {
        carried.set(0);
        cuts.addAll(List.of(bytes));
    }

    /** Returns how many cuts are still to come. */
    int cutsToCome() {
        return cuts.size();
    }

    /** Lets nothing through any more, but closes nothing either: what a half-open connection looks like. */
    public void goDead() {
        health = Health.DEAD;
    }

    /** The same one way only: nothing of what clients say comes through. */
    public void goDeadIn() {
        health = Health.DEAD_IN;
    }

    /** The same the other way only: nothing of what is said to clients comes through. */
    public void goDeadOut() {
        health = Health.DEAD_OUT;
    }

    /** Takes nothing in any more, and closes nothing: what came before waits until it is mended. */
    public void stall() {
        health = Health.STALLED;
    }

    /** Delays all bytes by this time each way from now on; at most 2 KiB are under way on a connection. */
    void slowDown(Duration each) {
        delay = each;
    }

    public synchronized void mend() {
        health = Health.WHOLE;
        notifyAll();
    }

    /** New connections reach another port from now on. */
    void plugInto(int port) {
        target = () -> port;
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
        wake();
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (health == Health.NOTHING_NEW || health == Health.CUT) {
                    near.close();
                } else {
                    Thread.ofVirtual().start(() -> connect(near));
                }
            } catch (IOException _) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        Socket far = new Socket();
        open.add(near);
        open.add(far);
        try {
            // A cut that did not find these two yet is seen here.
            if (health == Health.CUT) {
                throw new IOException("cut while it was connected");
            }
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getAsInt()), 1_000);
            Thread.ofVirtual().start(() -> relay(far, near, Health.DEAD_OUT));
            relay(near, far, Health.DEAD_IN);
        } catch (IOException _) {
            closeQuietly(near);
        } finally {
            open.remove(near);
            open.remove(far);
        }
    }

    /** {@code dead}: what this way is, when it alone is dead. */
    private void relay(Socket from, Socket to, Health dead) {
        byte[] buffer = new byte[QUICK];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer, 0, atOnce()); n >= 0; n = in.read(buffer, 0, atOnce())) {
                travel();
                awaitFlow();
                cutWhereItIsDue(n);
                if (health != Health.DEAD && health != dead) {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException _) {
            closeQuietly(from);
        } finally {
            closeQuietly(to);
        }
    }

    private void cutWhereItIsDue(int bytes) {
        long all = carried.addAndGet(bytes);
        if (removeDueCut(all)) {
            cut();
        }
    }

    private synchronized boolean removeDueCut(long all) {
        Long next = cuts.peek();
        return next != null && all > next && cuts.remove(next);
    }

    private int atOnce() {
        return delay.isZero() ? QUICK : SLOW;
    }

    private void travel() {
        long there = System.nanoTime() + delay.toNanos();
        for (long left = delay.toNanos(); left > 0; left = there - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private synchronized void awaitFlow() throws InterruptedIOException {
        while (health == Health.STALLED) {
            try {
                wait();
            } catch (InterruptedException _) {
                throw new InterruptedIOException("closed while nothing flowed");
            }
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // closing is all that was wanted
        }
    }
}
