package coderbased.client.keys;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.protocol.Secret;
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
 * The operating system's keychain: the Secret Service on Linux (GNOME Keyring, KWallet), Keychain on macOS, Credential
 * Manager on Windows. If there is none, or it does not respond, nothing is stored, and earlier entries count as
 * unavailable. Each call tries again. Thread-safe.
 */
final class OsKeychain implements Keychain {

    private static final Logger LOG = LoggerFactory.getLogger(OsKeychain.class);
    private static final String SERVICE = "Coderbased Chat";

    /** Time for a user to type the password of the keychain. */
    private static final Duration UNLOCK_TIMEOUT = Duration.ofMinutes(2);

    /** Deadline for deleting an entry: it was unlocked a short while ago, and the sealed file is already gone. */
    private static final Duration FORGET_TIMEOUT = Duration.ofSeconds(5);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("keychain").factory());
    private final Callable<Backend> opener;
    private final Duration unlockTimeout;

    /** Confined to the keychain's thread. */
    private @Nullable Backend backend;

    /** Starts to open the keychain, which may take half a second, and returns at once. */
    OsKeychain() {
        this(OsKeychain::system, UNLOCK_TIMEOUT);
    }

    /**
     * @param opener opens the system's keychain; called again after a failure
     * @param unlockTimeout time for the user to unlock it
     */
    OsKeychain(Callable<Backend> opener, Duration unlockTimeout) {
        this.opener = opener;
        this.unlockTimeout = unlockTimeout;
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
        return ask(unlockTimeout, keychain -> new Answer.Found(new Secret(keychain.read(SERVICE, name))));
    }

    @Override
    public boolean keep(String name, String secret) {
        return ask(unlockTimeout, keychain -> {
                    keychain.keep(SERVICE, name, secret);
                    return new Answer.Found(new Secret(secret));
                })
                instanceof Answer.Found;
    }

    @Override
    public void forget(String name) {
        ask(FORGET_TIMEOUT, keychain -> {
            keychain.forget(SERVICE, name);
            return new Answer.NotThere();
        });
    }

    private Answer ask(Duration within, Question question) {
        try {
            return thread.submit(() -> question.of(open())).get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException _) {
            LOG.warn("The keychain did not answer in {}", within);
            return new Answer.Unavailable(MESSAGES.text("login.keychainSilent"));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable(MESSAGES.text("login.ending"));
        }
    }

    private static Answer failed(Throwable why) {
        LOG.debug("The keychain has no such entry, or did not answer", why);
        return switch (why) {
            case PasswordAccessException e when KeychainWords.sayNotThere(e.getMessage()) -> new Answer.NotThere();
            case BackendNotSupportedException _, LinkageError _ ->
                new Answer.Unavailable(MESSAGES.text("login.keychainUnreachable"));
            default -> new Answer.Unavailable(MESSAGES.text("login.keychainLocked"));
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

    /** The system's keychain, opened. Confined to one thread. */
    interface Backend {

        String read(String service, String name) throws PasswordAccessException;

        void keep(String service, String name, String secret) throws PasswordAccessException;

        void forget(String service, String name) throws PasswordAccessException;
    }

    private interface Question {

        Answer of(Backend backend) throws PasswordAccessException;
    }
}
