package coderbased.client;

import coderbased.protocol.DeviceFacts;
import java.security.SecureRandom;
import java.time.Clock;

/** All that comes to a client from outside. */
record Surroundings(
        ServerAddress server, Keeping keeping, DeviceFacts device, Clock clock, SecureRandom random, Timing timing) {

    /** The server's HTTP, called by this device. */
    HttpCalls http() {
        return new HttpCalls(server, timing, new Proofs(clock, random));
    }
}
