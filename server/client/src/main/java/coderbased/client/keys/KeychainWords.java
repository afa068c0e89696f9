package coderbased.client.keys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells "there is no such entry" from all other failures of a keychain. The library throws the same exception for both,
 * so the message decides. Only messages that are certain to mean it count: KWallet also says "not in wallet" of a
 * wallet that the user did not open.
 */
final class KeychainWords {

    private static final List<String> NOT_THERE = List.of(
            "no stored credentials match", // Secret Service
            "error code 1168", // Windows: ERROR_NOT_FOUND
            "could not be found in the keychain"); // Mac: errSecItemNotFound

    private KeychainWords() {}

    /** True if the message says that the keychain was open and has no such entry. */
    static boolean sayNotThere(@Nullable String message) {
        String said = message == null ? "" : message.toLowerCase(java.util.Locale.ROOT);
        return NOT_THERE.stream().anyMatch(said::contains);
    }
}
