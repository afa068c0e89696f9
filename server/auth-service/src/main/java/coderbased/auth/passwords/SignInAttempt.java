package coderbased.auth.passwords;

import coderbased.http.CallerAddress;
import coderbased.protocol.DeviceKey;

/**
 * Somebody types a password to sign in.
 *
 * @param handle as typed, of an account or of none
 * @param key the key that the device will be bound to
 * @param from the device's address
 */
public record SignInAttempt(String handle, DeviceKey key, CallerAddress from) {

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "SignInAttempt[]";
    }
}
