package coderbased.client.net;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Lets waiting transfers continue together when the connection is back. Thread-safe. */
public final class ConnectivitySignal {

    private final Lock lock = new ReentrantLock();
    private final Condition signalled = lock.newCondition();
    private long signals;

    /** Returns the number of signals so far. */
    long signals() {
        lock.lock();
        try {
            return signals;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for {@code time}, or until the number of signals exceeds {@code before}. */
    void await(Duration time, long before) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        lock.lock();
        try {
            for (long left = time.toNanos(); left > 0 && signals == before; left = deadline - System.nanoTime()) {
                signalled.await(left, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    public void signal() {
        lock.lock();
        try {
            signals++;
            signalled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
