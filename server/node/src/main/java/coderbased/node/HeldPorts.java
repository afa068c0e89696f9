package coderbased.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of a server that is about to start: no other program can listen on them, and callers are refused meanwhile.
 */
final class HeldPorts implements AutoCloseable {

    private final List<SocketChannel> channels = new ArrayList<>();

    private HeldPorts() {}

    /**
     * Takes the ports of these addresses that are chosen.
     *
     * @throws StartupException if another program listens on one, or this machine does not have the address
     */
    static HeldPorts take(Settings.Address address) throws IOException {
        HeldPorts held = new HeldPorts();
        try {
            held.take(address.host(), address.port(), "--port");
            held.take(AdminSocket.HOST, address.adminPort(), "--admin-port");
            return held;
        } catch (IOException | RuntimeException e) {
            held.close();
            throw e;
        }
    }

    private void take(String host, int port, String option) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (port == 0 || address.isUnresolved()) {
            return;
        }
        SocketChannel channel = SocketChannel.open();
        channels.add(channel);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(address);
        } catch (IOException e) {
            throw ListeningSocket.refused(new IllegalStateException("the port is not free", e), host, port, option);
        }
    }

    /** Leaves the ports to the server that is about to listen. */
    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
