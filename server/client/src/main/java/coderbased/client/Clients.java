package coderbased.client;

import coderbased.client.keys.CredentialStore;
import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.ClientContext;
import coderbased.client.net.ServerAddress;
import coderbased.client.net.Timing;
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
     * @param profile where the login, and what waits to be sent, are kept
     * @throws IllegalArgumentException for an address that does not do, with a sentence for the person
     */
    public static WebClient web(
            URI server, ProfileFolder profile, DeviceFacts device, Clock clock, SecureRandom random) {
        return web(server, profile, device, clock, random, Timing.standard());
    }

    /** The same, as patient as told. */
    public static WebClient web(
            URI server, ProfileFolder profile, DeviceFacts device, Clock clock, SecureRandom random, Timing timing) {
        ProfileStorage keeping = new ProfileStorage(profile.credentials(random), profile);
        return new LiveWebClient(new ClientContext(new ServerAddress(server), device, clock, random, timing), keeping);
    }

    /** The same, which keeps nothing but its login: what waits to be sent lasts as long as it runs. */
    public static WebClient web(
            URI server,
            CredentialStore credentials,
            DeviceFacts device,
            Clock clock,
            SecureRandom random,
            Timing timing) {
        ProfileStorage keeping = new ProfileStorage(credentials, null);
        return new LiveWebClient(new ClientContext(new ServerAddress(server), device, clock, random, timing), keeping);
    }

    /** The same, as patient as programs are. */
    public static WebClient web(
            URI server, CredentialStore credentials, DeviceFacts device, Clock clock, SecureRandom random) {
        return web(server, credentials, device, clock, random, Timing.standard());
    }

    /**
     * A phone's client; it does nothing before {@link PhoneClient#start}.
     *
     * @param server {@code http(s)://host:port}, see {@link ServerAddress}
     * @param profile where the login, and what waits to be sent, are kept
     * @throws IllegalArgumentException for an address that does not do, with a sentence for the person
     */
    public static PhoneClient phone(
            URI server, ProfileFolder profile, DeviceFacts device, Clock clock, SecureRandom random) {
        return phone(server, profile, device, clock, random, Timing.standard());
    }

    /** The same, as patient as told. */
    public static PhoneClient phone(
            URI server, ProfileFolder profile, DeviceFacts device, Clock clock, SecureRandom random, Timing timing) {
        ProfileStorage keeping = new ProfileStorage(profile.credentials(random), profile);
        return new LivePhoneClient(
                new ClientContext(new ServerAddress(server), device, clock, random, timing), keeping);
    }

    /** The same, which keeps nothing but its login: what waits to be sent lasts as long as it runs. */
    public static PhoneClient phone(
            URI server,
            CredentialStore credentials,
            DeviceFacts device,
            Clock clock,
            SecureRandom random,
            Timing timing) {
        ProfileStorage keeping = new ProfileStorage(credentials, null);
        return new LivePhoneClient(
                new ClientContext(new ServerAddress(server), device, clock, random, timing), keeping);
    }

    /** The same, as patient as programs are. */
    public static PhoneClient phone(
            URI server, CredentialStore credentials, DeviceFacts device, Clock clock, SecureRandom random) {
        return phone(server, credentials, device, clock, random, Timing.standard());
    }
}
