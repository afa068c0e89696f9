package coderbased.client.net;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Where transfers wait for a connection; all of them go on at once when there is one. Thread-safe. */
public final class ConnectivitySignal {

    private final Lock lock = new ReentrantLock();
    private final Condition hurried = lock.newCondition();
    private long hurries;

    /** How often there was a hurry so far. */
    long hurries() {
        lock.lock();
        try {
            return hurries;
        } finally {
            lock.unlock();
        }
    }

    /** Waits so long, or until there was a hurry since there had been so many. */
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
