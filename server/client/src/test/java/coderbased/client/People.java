package coderbased.client;

import coderbased.client.keys.CredentialStore;
import coderbased.client.keys.Credentials;
import coderbased.client.keys.DeviceKeyPair;
import coderbased.client.net.Timing;
import coderbased.protocol.Contact;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.Profile;
import coderbased.protocol.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Accounts for tests, and a client context with short timeouts. */
public final class People {

    public static final Profile ADA = new Profile("a1", "ada", "Ada");
    public static final Contact BOB = new Contact("a2", "bob", "Bob");
    public static final Contact ADA_AS_CONTACT = new Contact("a1", "ada", "Ada");
    public static final DeviceFacts OFFICE_PC = new DeviceFacts("Office PC", "Coderbased Desktop", "Linux");
    public static final SecureRandom RANDOM = new SecureRandom();
    public static final Timing HURRIED =
            new Timing(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(15), Duration.ofSeconds(5));

    private People() {}

    static WebClient desktop(PlayedServer server, CredentialStore kept) {
        return Clients.web(ClientConfig.of(server.address(), OFFICE_PC, kept)
                .withClock(Clock.systemUTC())
                .withRandom(RANDOM)
                .withTiming(HURRIED));
    }

    static PhoneClient phone(PlayedServer server, CredentialStore kept) {
        return Clients.phone(ClientConfig.of(server.address(), OFFICE_PC, kept)
                .withClock(Clock.systemUTC())
                .withRandom(RANDOM)
                .withTiming(HURRIED));
    }

    /** Returns credentials that the {@link PlayedServer} could have issued. */
    public static Credentials credentials(String token) {
        return new Credentials(new Secret(token), DeviceKeyPair.make(RANDOM).privateKey(), ADA, "s1", PlayedServer.ID);
    }
}
