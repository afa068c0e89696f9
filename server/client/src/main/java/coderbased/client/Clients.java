package coderbased.client;

import coderbased.protocol.DeviceFacts;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;

/** Where a program gets its client: the one place that puts the pieces of this package together. */
public final class Clients {

    private Clients() {}

    /**
     * A desktop's client; it does nothing before {@link WebClient#start}.
     *
     * @param server {@code http(s)://host:port}, see {@link ServerAddress}
     * @throws IllegalArgumentException for an address that does not do, with a sentence for the person
     */
    public static WebClient web(
            URI server, CredentialStore credentials, DeviceFacts device, Clock clock, SecureRandom random) {
        return web(server, credentials, device, clock, random, Timing.standard());
    }

    /** The same, as patient as told. */
    public static WebClient web(
            URI server,
            CredentialStore credentials,
            DeviceFacts device,
            Clock clock,
            SecureRandom random,
            Timing timing) {
        return new LiveWebClient(
                new Surroundings(new ServerAddress(server), credentials, device, clock, random, timing));
    }

    /**
     * A phone's client; it does nothing before {@link PhoneClient#start}.
     *
     * @param server {@code http(s)://host:port}, see {@link ServerAddress}
     * @throws IllegalArgumentException for an address that does not do, with a sentence for the person
     */
    public static PhoneClient phone(
            URI server, CredentialStore credentials, DeviceFacts device, Clock clock, SecureRandom random) {
        return phone(server, credentials, device, clock, random, Timing.standard());
    }

    /** The same, as patient as told. */
    public static PhoneClient phone(
            URI server,
            CredentialStore credentials,
            DeviceFacts device,
            Clock clock,
            SecureRandom random,
            Timing timing) {
        return new LivePhoneClient(
                new Surroundings(new ServerAddress(server), credentials, device, clock, random, timing));
    }
}
