package coderbased.client;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keychain of the system this runs on: the Secret Service on Linux (GNOME Keyring, KWallet), the Keychain on a Mac, the
 * Credential Manager on Windows. Where there is none, or it does not answer, nothing is kept.
 */
final class OsKeychain implements Keychain {

    private static final Logger LOG = LoggerFactory.getLogger(OsKeychain.class);
    private static final String SERVICE = "Coderbased Chat";

    /** A person who is asked to unlock it needs time to type. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Nobody is asked to unlock what was used a while ago; and what is sealed is gone already. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("keychain").factory());
    private final Future<Optional<Keyring>> opened = thread.submit(OsKeychain::open);

    /** Begins to open it, which may take half a second, and returns at once. */
    OsKeychain() {}

    @Override
    public Optional<String> read(String name) {
        return ask(PATIENCE, keyring -> keyring.getPassword(SERVICE, name));
    }

    @Override
    public boolean keep(String name, String secret) {
        return ask(PATIENCE, keyring -> {
                    keyring.setPassword(SERVICE, name, secret);
                    return name;
                })
                .isPresent();
    }

    @Override
    public void forget(String name) {
        ask(SHORT, keyring -> {
            keyring.deletePassword(SERVICE, name);
            return name;
        });
    }

    private static Optional<Keyring> open() {
        try {
            return Optional.of(Keyring.create());
        } catch (BackendNotSupportedException | RuntimeException | LinkageError none) {
            LOG.debug("no keychain here", none);
            return Optional.empty();
        }
    }

    private Optional<String> ask(Duration patience, Question question) {
        try {
            return thread.submit(() -> {
                        Optional<Keyring> keyring = opened.get();
                        return keyring.isEmpty()
                                ? Optional.<String>empty()
                                : Optional.ofNullable(question.of(keyring.get()));
                    })
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException unable) {
            LOG.debug("the keychain holds nothing of that name, or does not tell", unable.getCause());
            return Optional.empty();
        } catch (TimeoutException silent) {
            LOG.warn("the keychain did not answer in {}", patience);
            return Optional.empty();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private interface Question {
        @Nullable
        String of(Keyring keyring) throws PasswordAccessException;
    }
}
