package coderbased.client.net;

import coderbased.protocol.DeviceFacts;
import java.security.SecureRandom;
import java.time.Clock;

/** External dependencies of a client: server and trust in it, device, clock, randomness, timing. */
public record ClientContext(ServerTrust trust, DeviceFacts device, Clock clock, SecureRandom random, Timing timing) {

    /** Returns the address of the server. */
    public ServerAddress server() {
        return trust.server();
    }

    /** Returns this device's HTTP access to the server. */
    public HttpCalls http() {
        return new HttpCalls(trust, timing, new Proofs(clock, random));
    }
}
