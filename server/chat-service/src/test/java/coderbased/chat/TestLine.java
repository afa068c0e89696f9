package coderbased.chat;

import coderbased.http.CallerAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A line with nobody at the other end: what is sent and how it is closed can be read off. */
final class TestLine implements Transport {

    final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    volatile long frames;
    volatile long bytes;

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
    public void accept(int bytes) {}

    @Override
    public void close(int code, String reason) {
        closed.add(code);
    }

    @Override
    public void cut() {}
}
