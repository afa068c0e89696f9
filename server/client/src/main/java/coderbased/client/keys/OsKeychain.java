package coderbased.client.keys;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keychain of the system this runs on: the Secret Service on Linux (GNOME Keyring, KWallet), the Keychain on a Mac, the
 * Credential Manager on Windows. Where there is none, or it does not answer, nothing is kept; what was kept earlier counts as
 * unavailable, and each call tries again.
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
    private final Callable<Backend> opener;
    private final Duration patience;

    /** Used on the keychain's own thread. */
    private @Nullable Backend backend;

    /** Begins to open it, which may take half a second, and returns at once. */
    OsKeychain() {
        this(OsKeychain::system, PATIENCE);
    }

    /**
     * @param opener opens the system's keychain; called again after it failed
     * @param patience how long a person may take to unlock it
     */
    OsKeychain(Callable<Backend> opener, Duration patience) {
        this.opener = opener;
        this.patience = patience;
        thread.execute(() -> {
            try {
                open();
            } catch (Exception | LinkageError e) {
                LOG.debug("No keychain on this system", e);
            }
        });
    }

    @Override
    public Answer read(String name) {
        return ask(patience, keychain -> new Answer.Found(keychain.read(SERVICE, name)));
    }

    @Override
    public boolean keep(String name, String secret) {
        return ask(patience, keychain -> {
                    keychain.keep(SERVICE, name, secret);
                    return new Answer.Found(secret);
                })
                instanceof Answer.Found;
    }

    @Override
    public void forget(String name) {
        ask(SHORT, keychain -> {
            keychain.forget(SERVICE, name);
            return new Answer.NotThere();
        });
    }

    private Answer ask(Duration within, Question question) {
        try {
            return thread.submit(() -> question.of(open())).get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            LOG.warn("The keychain did not answer in {}", within);
            return new Answer.Unavailable("The system's keychain did not answer. It may be waiting to be unlocked.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable("The program is ending.");
        }
    }

    private static Answer failed(Throwable why) {
        LOG.debug("The keychain has no such entry, or did not answer", why);
        return switch (why) {
            case PasswordAccessException e when KeychainWords.sayNotThere(e.getMessage()) -> new Answer.NotThere();
            case BackendNotSupportedException _, LinkageError _ ->
                new Answer.Unavailable("The system's keychain cannot be reached.");
            default -> new Answer.Unavailable("The system's keychain is locked, or refused to answer.");
        };
    }

    private Backend open() throws Exception {
        Backend present = backend;
        if (present == null) {
            present = opener.call();
            backend = present;
        }
        return present;
    }

    private static Backend system() throws BackendNotSupportedException {
        Keyring keyring = Keyring.create();
        return new Backend() {
            @Override
            public String read(String service, String name) throws PasswordAccessException {
                return keyring.getPassword(service, name);
            }

            @Override
            public void keep(String service, String name, String secret) throws PasswordAccessException {
                keyring.setPassword(service, name, secret);
            }

            @Override
            public void forget(String service, String name) throws PasswordAccessException {
                keyring.deletePassword(service, name);
            }
        };
    }

    /** The system's keychain, opened. Used on one thread. */
    interface Backend {

        String read(String service, String name) throws PasswordAccessException;

        void keep(String service, String name, String secret) throws PasswordAccessException;

        void forget(String service, String name) throws PasswordAccessException;
    }

    private interface Question {

        Answer of(Backend backend) throws PasswordAccessException;
    }
}
