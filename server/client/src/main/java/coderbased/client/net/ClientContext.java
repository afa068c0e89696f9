package coderbased.client.net;

import coderbased.protocol.DeviceFacts;
import java.security.SecureRandom;
import java.time.Clock;

/** All that comes to a client from outside. */
public record ClientContext(ServerAddress server, DeviceFacts device, Clock clock, SecureRandom random, Timing timing) {

    /** The server's HTTP, called by this device. */
    public HttpCalls http() {
        return new HttpCalls(server, timing, new Proofs(clock, random));
    }
}
