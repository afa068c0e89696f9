package coderbased.client.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.keys.Keychain.Answer;
import coderbased.protocol.Secret;
import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interpretation of keychain failures. */
class OsKeychainTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No stored credentials match Coderbased Chat account: key",
                "Error code 1168",
                "The specified item could not be found in the keychain."
            })
    void onlyWhatIsCertainlyMissingIsNotThere(String message) {
        assertEquals(new Answer.NotThere(), failing(message).read("key"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password is not in wallet", // KWallet says this of a wallet that was not opened, too
                "Error code 5",
                "User interaction is not allowed.",
                "The prompt was dismissed",
                ""
            })
    void anythingElseIsUnavailable(String message) {
        assertInstanceOf(Answer.Unavailable.class, failing(message).read("key"));
    }

    @Test
    void unclearFailuresCountAsUnavailable() {
        assertInstanceOf(Answer.Unavailable.class, failing(null).read("key"));
        Keychain broken = new OsKeychain(
                () -> new FakeBackend() {
                    @Override
                    public String read(String service, String name) {
                        throw new NullPointerException();
                    }
                },
                LONG);
        assertInstanceOf(Answer.Unavailable.class, broken.read("key"));
        assertFalse(failing("locked").keep("key", "secret"));
    }

    @Test
    void unreachableKeychainIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Keychain later = new OsKeychain(
                () -> {
                    if (tries.incrementAndGet() <= 2) {
                        throw new BackendNotSupportedException("no session bus");
                    }
                    return new FakeBackend();
                },
                LONG);
        assertInstanceOf(Answer.Unavailable.class, later.read("key"));
        assertEquals(new Answer.Found(new Secret("secret of key")), later.read("key"));
    }

    @Test
    void unresponsiveKeychainIsUnavailable() {
        CountDownLatch never = new CountDownLatch(1);
        Keychain silent = new OsKeychain(
                () -> {
                    never.await();
                    return new FakeBackend();
                },
                Duration.ofMillis(1));
        assertInstanceOf(Answer.Unavailable.class, silent.read("key"));
        never.countDown();
    }

    @Test
    void secretIsInNoText() {
        assertTrue(new Answer.Found(new Secret("hidden")).toString().indexOf("hidden") < 0);
    }

    private static Keychain failing(String message) {
        return new OsKeychain(
                () -> new FakeBackend() {
                    @Override
                    public String read(String service, String name) throws PasswordAccessException {
                        throw new PasswordAccessException(message);
                    }

                    @Override
                    public void keep(String service, String name, String secret) throws PasswordAccessException {
                        throw new PasswordAccessException(message);
                    }
                },
                LONG);
    }

    private static class FakeBackend implements OsKeychain.Backend {

        @Override
        public String read(String service, String name) throws PasswordAccessException {
            return "secret of " + name;
        }

        @Override
        public void keep(String service, String name, String secret) throws PasswordAccessException {}

        @Override
        public void forget(String service, String name) {}
    }
}
