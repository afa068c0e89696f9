package coderbased.client.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.People;
import coderbased.protocol.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed credentials: with a keychain, the file alone is worthless. */
class SealedCredentialsTest {

    private static final Credentials FIRST = credentials("the first token");
    private static final Credentials SECOND = credentials("the second token");

    private final MemoryKeychain keychain = new MemoryKeychain();

    @TempDir
    private Path folder;

    @Test
    void savedLoginSurvivesARestart() {
        store().save(FIRST);
        assertEquals(new KeptLogin.Found(FIRST), store().load());
        CredentialStore goesOn = store();
        goesOn.load();
        goesOn.save(SECOND);
        assertEquals(new KeptLogin.Found(SECOND), store().load());
        assertEquals(1, keychain.secrets.size(), "one key for all of it");
    }

    @Test
    void fileContainsNoSecret() throws Exception {
        store().save(FIRST);
        String kept = Files.readString(file());
        for (String secret : List.of(FIRST.token().value(), FIRST.key().value(), FIRST.sessionId())) {
            assertFalse(kept.contains(secret), kept);
        }
        store().save(FIRST);
        assertNotEquals(kept, Files.readString(file()), "no two are sealed alike");
    }

    @Test
    void fileWithoutItsKeyIsSetAside() {
        store().save(FIRST);
        keychain.secrets.clear();
        assertInstanceOf(KeptLogin.SetAside.class, store().load());
        assertTrue(Files.exists(folder.resolve("credentials.json.damaged")));
    }

    @Test
    void lockedKeychainLosesNothing() throws Exception {
        store().save(FIRST);
        byte[] sealed = Files.readAllBytes(file());
        keychain.locked = true;
        for (int tries = 0; tries < 3; tries++) {
            assertEquals(new KeptLogin.Unavailable("It is locked."), store().load());
        }
        assertArrayEquals(sealed, Files.readAllBytes(file()));
        keychain.locked = false;
        assertEquals(new KeptLogin.Found(FIRST), store().load());
    }

    @Test
    void aLoginThatReplacedALockedOneLeavesItsKeyInTheKeychain() {
        store().save(FIRST);
        keychain.locked = true;
        CredentialStore goesOn = store();
        goesOn.load();
        goesOn.setAside();
        goesOn.save(SECOND);
        assertEquals(new KeptLogin.Found(SECOND), store().load(), "kept open, as where there is no keychain");
        assertInstanceOf(KeptLogin.Unavailable.class, goesOn.replaced());

        keychain.locked = false;
        CredentialStore later = store();
        later.save(SECOND);
        assertEquals(new KeptLogin.Found(FIRST), later.replaced());
        assertEquals(1, keychain.secrets.size());
    }

    @Test
    void replacedLoginDoesNotAskToUnlockTheKeychain() {
        store().save(FIRST);
        CredentialStore goesOn = store();
        goesOn.setAside();
        assertInstanceOf(KeptLogin.Unavailable.class, goesOn.replaced());
        assertEquals(new KeptLogin.NotThere(), goesOn.load());
    }

    @Test
    void sealedFileStaysWithoutItsKeychain() throws Exception {
        store().save(FIRST);
        assertInstanceOf(
                KeptLogin.Unavailable.class,
                new ProfileFolder(folder).credentials(new SecureRandom()).load());
        assertEquals(new KeptLogin.Found(FIRST), store().load());
    }

    @Test
    void invalidKeyInTheKeychainIsReplaced() {
        store().save(FIRST);
        for (String noKey : List.of("", "not base64 at all!", "AAAA")) {
            keychain.secrets.replaceAll((name, key) -> noKey);
            assertInstanceOf(KeptLogin.SetAside.class, store().load(), noKey);
            store().save(SECOND);
            assertEquals(new KeptLogin.Found(SECOND), store().load(), noKey);
        }
    }

    @Test
    void changedFileIsRefused() throws Exception {
        store().save(FIRST);
        String kept = Files.readString(file());
        int middle = kept.length() / 2;
        char other = kept.charAt(middle) == 'A' ? 'B' : 'A';
        Files.writeString(file(), kept.substring(0, middle) + other + kept.substring(middle + 1));
        assertInstanceOf(KeptLogin.SetAside.class, store().load());
    }

    @Test
    void truncatedFileIsRefused() throws Exception {
        store().save(FIRST);
        for (String sealed : List.of("", "AAAA", "?")) {
            Files.writeString(file(), "{\"sealed\":\"" + sealed + "\"}");
            assertInstanceOf(KeptLogin.SetAside.class, store().load(), sealed);
        }
    }

    @Test
    void wipeDeletesTheKey() {
        CredentialStore store = store();
        store.save(FIRST);
        store.wipe(FIRST.serverId());
        assertTrue(keychain.secrets.isEmpty());
        store.save(SECOND);
        assertEquals(new KeptLogin.Found(SECOND), store().load());
    }

    @Test
    void wipeKeepsTheKeyOfAnotherServersLogin() {
        CredentialStore store = store();
        store.save(FIRST);
        store.switchTo("0THERS");
        Credentials other = new Credentials(SECOND.token(), SECOND.key(), SECOND.profile(), "s2", "0THERS");
        store.save(other);
        store.wipe("0THERS");
        assertEquals(new KeptLogin.Found(FIRST), store().load());
    }

    @Test
    void unsealedLoginIsSealedWithTheNextSave() throws Exception {
        new ProfileFolder(folder).credentials(new SecureRandom()).save(FIRST);
        assertTrue(Files.readString(file()).contains(FIRST.token().value()));
        CredentialStore store = store();
        assertEquals(new KeptLogin.Found(FIRST), store.load());
        store.save(SECOND);
        assertFalse(Files.readString(file()).contains(SECOND.token().value()));
        assertEquals(new KeptLogin.Found(SECOND), store().load());
    }

    private CredentialStore store() {
        return new ProfileFolder(folder, () -> keychain).credentials(new SecureRandom());
    }

    private Path file() {
        return folder.resolve("credentials.json");
    }

    /** Returns credentials with texts too long to occur in a seal by chance. */
    private static Credentials credentials(String token) {
        Credentials some = People.credentials(token);
        return new Credentials(new Secret(token), some.key(), some.profile(), "the id of a session", some.serverId());
    }
}
