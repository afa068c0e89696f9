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

/** Factory of clients: assembles the parts of this package. */
public final class Clients {

    private Clients() {}

    /**
     * Returns a desktop client; it does nothing before {@link WebClient#start}.
     *
     * @param server {@code http(s)://host:port}, see {@link ServerAddress}
     * @param profile stores the login and the unsent messages
     * @throws IllegalArgumentException if the address is invalid; the message is for the user
     */
    public static WebClient web(
            URI server, ProfileFolder profile, DeviceFacts device, Clock clock, SecureRandom random) {
        return web(server, profile, device, clock, random, Timing.standard());
    }

    /** Returns a desktop client with that timing. */
    public static WebClient web(
            URI server, ProfileFolder profile, DeviceFacts device, Clock clock, SecureRandom random, Timing timing) {
        ProfileStorage keeping = new ProfileStorage(profile.credentials(random), profile);
        return new LiveWebClient(new ClientContext(new ServerAddress(server), device, clock, random, timing), keeping);
    }

    /** Returns a desktop client that stores only its login; unsent messages last until it is closed. */
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

    /** Returns a desktop client that stores only its login, with standard timing. */
    public static WebClient web(
            URI server, CredentialStore credentials, DeviceFacts device, Clock clock, SecureRandom random) {
        return web(server, credentials, device, clock, random, Timing.standard());
    }

    /**
     * Returns a phone client; it does nothing before {@link PhoneClient#start}.
     *
     * @param server {@code http(s)://host:port}, see {@link ServerAddress}
     * @param profile stores the login and the unsent messages
     * @throws IllegalArgumentException if the address is invalid; the message is for the user
     */
    public static PhoneClient phone(
            URI server, ProfileFolder profile, DeviceFacts device, Clock clock, SecureRandom random) {
        return phone(server, profile, device, clock, random, Timing.standard());
    }

    /** Returns a phone client with that timing. */
    public static PhoneClient phone(
            URI server, ProfileFolder profile, DeviceFacts device, Clock clock, SecureRandom random, Timing timing) {
        ProfileStorage keeping = new ProfileStorage(profile.credentials(random), profile);
        return new LivePhoneClient(
                new ClientContext(new ServerAddress(server), device, clock, random, timing), keeping);
    }

    /** Returns a phone client that stores only its login; unsent messages last until it is closed. */
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

    /** Returns a phone client that stores only its login, with standard timing. */
    public static PhoneClient phone(
            URI server, CredentialStore credentials, DeviceFacts device, Clock clock, SecureRandom random) {
        return phone(server, credentials, device, clock, random, Timing.standard());
    }
}
