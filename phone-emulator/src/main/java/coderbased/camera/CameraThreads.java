package coderbased.camera;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the threads that touch cameras.
 *
 * <p>They are daemons, because a driver may hang for ever, and belong to one group: drivers start threads of their
 * own, which inherit it, so that what kills one of those is logged instead of printed over the person's console.
 */
public final class CameraThreads implements ThreadFactory {

    private static final Logger LOG = LoggerFactory.getLogger(CameraThreads.class);

    private final ThreadGroup group = new ThreadGroup("cameras") {
        @Override
        public void uncaughtException(Thread thread, Throwable died) {
            LOG.debug("{} died", thread.getName(), died);
        }
    };
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(group, task, "camera-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
