package coderbased.chat;

import coderbased.http.CallerAddress;
import coderbased.testing.Deadlines;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A line with nobody at the other end: what is sent and how it is closed can be read off. */
final class TestLine implements Transport {

    final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    volatile long frames;
    volatile long bytes;
    volatile int accepted;
    volatile boolean cut;

    @Override
    public CallerAddress address() {
        return CallerAddress.certain(InetAddress.getLoopbackAddress());
    }

    @Override
    public void send(List<String> texts, Consumer<@Nullable Throwable> written) {
        sent.addAll(texts);
        written.accept(null);
    }

    @Override
    public void ping() {}

    @Override
    public long bytesIn() {
        return bytes;
    }

    @Override
    public long framesIn() {
        return frames;
    }

    @Override
    public void accept(int bytes) {
        accepted = bytes;
    }

    @Override
    public void close(int code, String reason) {
        closed.add(code);
    }

    @Override
    public void cut() {
        cut = true;
    }

    /** Returns what comes next in one of these queues, or in another one. */
    static <T> T polled(BlockingQueue<T> queue) {
        try {
            return Objects.requireNonNull(queue.poll(Deadlines.seconds(10), TimeUnit.SECONDS), "nothing came");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
