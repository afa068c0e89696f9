package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final String PASSWORD = "correct horse battery";

    private final Passwords passwords = new Passwords();

    @AfterEach
    void stop() {
        passwords.close();
    }

    @Test
    void aHashSaysHowItWasMadeAndNeverTwiceTheSame() {
        String hash = passwords.hash(PASSWORD);
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        // 16 bytes of salt, 32 of hash, in base64 without padding.
        assertEquals(22, hash.split("\\$")[4].length());
        assertEquals(43, hash.split("\\$")[5].length());
        assertNotEquals(hash, passwords.hash(PASSWORD));
    }

    @Test
    void onlyThePasswordItselfIsRight() {
        String hash = passwords.hash(PASSWORD);
        assertTrue(passwords.check(PASSWORD, hash));
        assertFalse(passwords.check(PASSWORD + " ", hash));
        assertFalse(passwords.check("", hash));
        assertFalse(passwords.check(PASSWORD, ""));
    }

    @Test
    void anotherKeyboardMayComposeLettersDifferently() {
        assertTrue(passwords.check("p\u00e4sswort", passwords.hash("pa\u0308sswort")));
    }
}
