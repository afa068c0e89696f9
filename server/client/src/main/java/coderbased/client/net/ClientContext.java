package coderbased.client.net;

import coderbased.protocol.DeviceFacts;
import java.security.SecureRandom;
import java.time.Clock;

/** External dependencies of a client: server, device, clock, randomness, timing. */
public record ClientContext(ServerAddress server, DeviceFacts device, Clock clock, SecureRandom random, Timing timing) {

    /** Returns this device's HTTP access to the server. */
    public HttpCalls http() {
        return new HttpCalls(server, timing, new Proofs(clock, random));
    }
}
