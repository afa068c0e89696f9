package coderbased.client;

import coderbased.client.keys.CredentialStore;
import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.ClientContext;
import coderbased.client.net.ServerAddress;
import coderbased.client.net.ServerTrust;
import coderbased.client.net.Timing;
import coderbased.protocol.DeviceFacts;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of a client.
 *
 * @param server {@code http(s)://host:port}, see {@link ServerAddress}
 * @param profile stores unsent messages, files and a trusted certificate; null if they last until the client is closed
 * @param login makes the store of the login with that randomness
 */
public record ClientConfig(
        URI server,
        DeviceFacts device,
        @Nullable ProfileFolder profile,
        Function<SecureRandom, CredentialStore> login,
        Clock clock,
        SecureRandom random,
        Timing timing) {

    /** Returns the configuration of a program: this profile, the system's clock and randomness, standard timing. */
    public static ClientConfig of(URI server, DeviceFacts device, ProfileFolder profile) {
        return new ClientConfig(
                server,
                device,
                profile,
                profile::credentials,
                Clock.systemDefaultZone(),
                new SecureRandom(),
                Timing.standard());
    }

    /** Returns the configuration of a client that stores only its login. */
    public static ClientConfig of(URI server, DeviceFacts device, CredentialStore login) {
        return new ClientConfig(
                server, device, null, _ -> login, Clock.systemDefaultZone(), new SecureRandom(), Timing.standard());
    }

    public ClientConfig withClock(Clock other) {
        return new ClientConfig(server, device, profile, login, other, random, timing);
    }

    public ClientConfig withRandom(SecureRandom other) {
        return new ClientConfig(server, device, profile, login, clock, other, timing);
    }

    public ClientConfig withTiming(Timing other) {
        return new ClientConfig(server, device, profile, login, clock, random, other);
    }

    /** Returns the store of the login. */
    CredentialStore store() {
        return login.apply(random);
    }

    /** @throws IllegalArgumentException if the address is invalid; the message is for the user */
    ClientContext context() {
        ServerTrust trust = new ServerTrust(new ServerAddress(server), profile == null ? null : profile.path());
        return new ClientContext(trust, device, clock, random, timing);
    }
}
