package coderbased.client.net;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Lets waiting transfers continue together when the connection is back. Thread-safe. */
public final class ConnectivitySignal {

    private final Lock lock = new ReentrantLock();
    private final Condition hurried = lock.newCondition();
    private long hurries;

    /** Returns the number of signals so far. */
    long hurries() {
        lock.lock();
        try {
            return hurries;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for {@code time}, or until the number of signals exceeds {@code before}. */
    void await(Duration time, long before) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        lock.lock();
        try {
            for (long left = time.toNanos(); left > 0 && hurries == before; left = deadline - System.nanoTime()) {
                hurried.await(left, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    public void hurry() {
        lock.lock();
        try {
            hurries++;
            hurried.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
