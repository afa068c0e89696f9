package coderbased.bus;

import coderbased.auth.AuthBus;
import coderbased.auth.linking.InProcessGuestRpc;
import coderbased.auth.session.InProcessAuthEvents;
import coderbased.chat.ChatFanout;
import coderbased.chat.InProcessFanout;
import coderbased.chat.InProcessPresence;
import coderbased.chat.Presence;
import java.util.List;

/**
 * The ports of one bus.
 *
 * @param health the state of the bus
 * @param parts the parts to close with it, in that order
 */
public record BusPorts(AuthBus auth, ChatFanout fanout, Presence presence, BusHealth health, List<AutoCloseable> parts)
        implements AutoCloseable {

    /** Returns the ports of a server that is one node. */
    public static BusPorts inProcess() {
        InProcessAuthEvents events = new InProcessAuthEvents();
        return new BusPorts(
                new AuthBus(events, new InProcessGuestRpc(), true),
                new InProcessFanout(),
                new InProcessPresence(),
                BusHealth.ALWAYS,
                List.of(events));
    }

    /**
     * Returns the ports of one of several nodes, which meet at a Redis; begins to connect, and returns before it has.
     *
     * @param url {@code redis://…}
     */
    public static BusPorts redis(String url, String serverId, String nodeId) {
        return redis(RedisAddress.of(url), serverId, nodeId);
    }

    /** Returns the same ports at another kind of address. */
    public static BusPorts redis(RedisAddress address, String serverId, String nodeId) {
        return redis(address, serverId, nodeId, BusPace.STANDARD);
    }

    /** Returns the same ports at another pace. */
    static BusPorts redis(RedisAddress address, String serverId, String nodeId, BusPace pace) {
        RedisBus bus = new RedisBus(address, serverId, nodeId, pace);
        RedisAuthEvents events = new RedisAuthEvents(bus);
        RedisGuestRpc calls = new RedisGuestRpc(bus);
        NodeLives lives = new NodeLives(bus, pace);
        RedisPresence presence = new RedisPresence(bus, lives);
        RedisFanout fanout = new RedisFanout(bus, lives);
        AuthBus auth = new AuthBus(events, calls, false);
        return new BusPorts(auth, fanout, presence, bus, List.of(lives, calls, events, bus));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }
}
