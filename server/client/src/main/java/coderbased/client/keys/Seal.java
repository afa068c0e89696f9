package coderbased.client.keys;

import coderbased.protocol.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts a file's content with a key from the keychain (AES-256-GCM, NIST SP 800-38D), so a stolen file is worthless.
 * Used by one thread at a time.
 */
final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Keychain keychain;
    private final String name;
    private final RandomGenerator random;
    private byte @Nullable [] key;

    /**
     * @param name of the key in the keychain
     * @param random fit for keys
     */
    Seal(Keychain keychain, String name, RandomGenerator random) {
        this.keychain = keychain;
        this.name = name;
        this.random = random;
    }

    /** Encrypts a text; returns base64, or empty if there is no keychain for the key. */
    Optional<String> close(String open) {
        byte[] sealing = key == null ? kept() : key;
        if (sealing == null) {
            return Optional.empty();
        }
        key = sealing;
        byte[] nonce = bytes(NONCE_BYTES);
        byte[] closed = run(Cipher.ENCRYPT_MODE, sealing, nonce, open.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + closed.length);
        System.arraycopy(closed, 0, all, NONCE_BYTES, closed.length);
        return Optional.of(Base64.getEncoder().encodeToString(all));
    }

    /**
     * Decrypts a text; asks the keychain for the key unless it is known.
     *
     * @throws Unavailable if the keychain does not respond now
     */
    Opened open(String closed) throws Unavailable {
        byte[] known = key;
        if (known != null) {
            return opened(closed, known);
        }
        return switch (keychain.read(name)) {
            case Keychain.Answer.Unavailable(String why) -> throw new Unavailable(why);
            case Keychain.Answer.NotThere _ -> new Opened.Damaged();
            case Keychain.Answer.Found found -> {
                Optional<byte[]> kept = key(found.secret().value());
                yield kept.isEmpty() ? new Opened.Damaged() : opened(closed, kept.get());
            }
        };
    }

    /** True if the key is known, so the keychain need not be asked. */
    boolean isReady() {
        return key != null;
    }

    private Opened opened(String closed, byte[] with) {
        try {
            byte[] all = Base64.getDecoder().decode(closed);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] open = run(Cipher.DECRYPT_MODE, with, nonce, Arrays.copyOfRange(all, NONCE_BYTES, all.length));
            key = with;
            return new Opened.Text(new Secret(new String(open, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | IllegalStateException | ArrayIndexOutOfBoundsException _) {
            return new Opened.Damaged();
        }
    }

    /** Deletes the key; sealed content is lost for good. */
    void forget() {
        key = null;
        keychain.forget(name);
    }

    /**
     * Returns the key from the keychain, or a new one; null if the keychain does not respond, so that an existing key
     * is not replaced.
     */
    private byte @Nullable [] kept() {
        return switch (keychain.read(name)) {
            case Keychain.Answer.Unavailable _ -> null;
            case Keychain.Answer.NotThere _ -> made();
            case Keychain.Answer.Found found -> key(found.secret().value()).orElseGet(this::made);
        };
    }

    /** Decodes a key; empty if the entry is not one of this program. */
    private static Optional<byte[]> key(String kept) {
        try {
            return Optional.of(Base64.getDecoder().decode(kept)).filter(bytes -> bytes.length == KEY_BYTES);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private byte @Nullable [] made() {
        byte[] fresh = bytes(KEY_BYTES);
        return keychain.keep(name, Base64.getEncoder().encodeToString(fresh)) ? fresh : null;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not seal or open", e);
        }
    }

    /** Result of decrypting. */
    sealed interface Opened {

        /** The decrypted text. */
        record Text(Secret text) implements Opened {}

        /** The key is gone or different, or the file was changed. */
        record Damaged() implements Opened {}
    }

    /** The keychain does not respond now. The message is for the user. */
    static final class Unavailable extends Exception {

        private static final long serialVersionUID = 1L;

        Unavailable(String why) {
            super(why);
        }
    }
}
