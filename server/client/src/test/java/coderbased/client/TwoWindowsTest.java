package coderbased.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.keys.Credentials;
import coderbased.client.keys.MemoryCredentialStore;
import coderbased.protocol.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two windows of one profile: each changes and deletes only the stored login of its own session. */
class TwoWindowsTest {

    private final MemoryCredentialStore store = MemoryCredentialStore.empty();
    private final HeldCredentials first = new HeldCredentials(store);
    private final HeldCredentials second = new HeldCredentials(store);

    @Test
    void temporaryLoginLeavesTheStoredOneAlone() {
        store.fillUp();
        second.begin(login("two", "t2"));
        assertTrue(second.isTemporary());
        store.makeRoom();
        first.begin(login("one", "t1"));

        second.reload();
        assertEquals("t2", second.require().token().value());
        second.renew(login("two", "t3"));
        assertTrue(second.wipe());
        assertEquals(Optional.of("t1"), stored());
    }

    @Test
    void temporaryLoginLeavesAStoredOneAloneThatCannotBeReadNow() {
        store.fillUp();
        second.begin(login("two", "t2"));
        store.makeRoom();
        first.begin(login("one", "t1"));
        store.lock("The keychain is locked.");

        assertTrue(second.wipe());
        assertEquals(Optional.of("t1"), stored());
    }

    @Test
    void laterLoginIsTemporaryBesideAStoredOne() {
        first.begin(login("one", "t1"));
        second.begin(login("two", "t2"));
        assertTrue(second.isTemporary());
        assertEquals(Optional.of("t1"), stored());

        first.renew(login("one", "t3"));
        second.reload();
        assertEquals("t2", second.require().token().value());
        first.wipe();
        assertEquals(Optional.empty(), stored());
        assertEquals("t2", second.require().token().value());
    }

    @Test
    void laterLoginIsTemporaryBesideOneThatCannotBeReadNow() {
        first.begin(login("one", "t1"));
        store.lock("The keychain is locked.");
        second.begin(login("two", "t2"));
        assertTrue(second.isTemporary());
        assertEquals(Optional.of("t1"), stored());
    }

    @Test
    void windowTakesOverTheRenewedTokenOfItsOwnSession() {
        first.begin(login("one", "t1"));
        second.load();
        first.renew(login("one", "t2"));
        second.reload();
        assertEquals("t2", second.require().token().value());
        assertFalse(second.isTemporary());
        assertTrue(second.wipe());
        assertEquals(Optional.empty(), stored());
    }

    @Test
    void sessionThatWasReplacedInTheStoreGoesOnInMemory() {
        first.begin(login("one", "t1"));
        store.save(login("two", "t2"));
        first.renew(login("one", "t3"));
        assertTrue(first.isTemporary());
        assertEquals("t3", first.require().token().value());
        first.wipe();
        assertEquals(Optional.of("t2"), stored());
    }

    private Optional<String> stored() {
        return store.login().map(login -> login.token().value());
    }

    private static Credentials login(String session, String token) {
        return new Credentials(new Secret(token), new Secret("key"), People.ADA, session, PlayedServer.ID);
    }
}
