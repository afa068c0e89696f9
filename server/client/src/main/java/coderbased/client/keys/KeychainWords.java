package coderbased.client.keys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells "there is no such entry" from every other failure of a keychain. The library has one exception for both, so its message
 * decides. What is not known for certain to mean "no such entry" does not: KWallet says "not in wallet" of a wallet too that the
 * person did not open.
 */
final class KeychainWords {

    private static final List<String> NOT_THERE = List.of(
            "no stored credentials match", // Secret Service
            "error code 1168", // Windows: ERROR_NOT_FOUND
            "could not be found in the keychain"); // Mac: errSecItemNotFound

    private KeychainWords() {}

    /** True if a message says that the keychain was open and holds nothing of that name. */
    static boolean sayNotThere(@Nullable String message) {
        String said = message == null ? "" : message.toLowerCase(java.util.Locale.ROOT);
        return NOT_THERE.stream().anyMatch(said::contains);
    }
}
