package coderbased.chat;

import coderbased.http.CallerAddress;
import java.net.InetAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

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
    public void send(String text) {
        sent.add(text);
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
