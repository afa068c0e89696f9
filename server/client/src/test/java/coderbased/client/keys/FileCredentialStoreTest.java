package coderbased.client.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.People;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCredentialStoreTest {

    private static final Seal OPEN = new Seal(Keychain.NONE, "none", new SecureRandom());
    private static final Credentials FIRST = People.credentials("t1");
    private static final Credentials SECOND = People.credentials("t2");
    private static final Credentials OTHER =
            new Credentials(FIRST.token(), FIRST.key(), FIRST.profile(), "s2", "0THERS");

    @TempDir
    private Path home;

    @Test
    void savedLoginSurvivesARestart() {
        store().save(FIRST);
        store().save(SECOND);
        assertEquals(new KeptLogin.Found(SECOND), store().load());
    }

    @Test
    void storeIsEmptyBeforeSavingAndAfterWiping() {
        assertEquals(new KeptLogin.NotThere(), store().load());
        store().wipe(FIRST.serverId());
        store().save(FIRST);
        store().wipe(FIRST.serverId());
        assertEquals(new KeptLogin.NotThere(), store().load());
        assertFalse(Files.exists(file()));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the user's own folder protects what lies in it")
    void onlyTheOwnerCanReadTheFile() throws Exception {
        store().save(FIRST);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the user's own folder protects what lies in it")
    void openFolderIsRestrictedToItsOwner() throws Exception {
        Files.createDirectories(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        store().save(FIRST);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
    }

    @Test
    void crashBeforeTheMoveKeepsTheOldLogin() throws Exception {
        store().save(FIRST);
        Files.writeString(folder().resolve("credentials.json.new"), "{\"token\":\"ha");
        assertEquals(new KeptLogin.Found(FIRST), store().load());
        store().save(SECOND);
        assertEquals(new KeptLogin.Found(SECOND), store().load());
        assertFalse(Files.exists(folder().resolve("credentials.json.new")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{\"token\":\"t\"}", "[1]", "\u0000\u0001"})
    void aDamagedFileIsSetAsideAndThePersonIsTold(String damaged) throws Exception {
        Files.createDirectories(folder());
        Files.writeString(file(), damaged);
        KeptLogin.SetAside told = assertInstanceOf(KeptLogin.SetAside.class, store().load());
        assertTrue(told.what().contains("credentials.json.damaged"), told.what());
        assertEquals(new KeptLogin.NotThere(), store().load());
        assertFalse(Files.exists(file()));
        assertEquals(damaged, Files.readString(folder().resolve("credentials.json.damaged")));
    }

    @Test
    void binaryContentCountsAsDamage() throws Exception {
        Files.createDirectories(folder());
        Files.write(file(), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertInstanceOf(KeptLogin.SetAside.class, store().load());
        assertTrue(Files.exists(folder().resolve("credentials.json.damaged")));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such links")
    void unresponsiveDiskLeavesTheFileUntouched() throws Exception {
        Files.createDirectories(folder());
        Files.createSymbolicLink(
                file(), file().getFileName()); // too many levels of links: an IOException for every user
        for (int tries = 0; tries < 3; tries++) {
            KeptLogin.Unavailable told = assertInstanceOf(KeptLogin.Unavailable.class, store().load());
            assertTrue(told.why().contains(folder().toString()), told.why());
        }
        assertTrue(Files.isSymbolicLink(file()));
        Files.delete(file());
        store().save(FIRST);
        assertEquals(new KeptLogin.Found(FIRST), store().load());
    }

    @Test
    void folderInPlaceOfTheFileIsLeftUntouched() throws Exception {
        Files.createDirectories(file());
        assertInstanceOf(KeptLogin.Unavailable.class, store().load());
        assertTrue(Files.isDirectory(file()));
    }

    @Test
    void loginSetAsideStaysUntilItsSessionHasEnded() {
        store().save(FIRST);
        store().setAside();
        assertEquals(new KeptLogin.NotThere(), store().load());
        store().save(SECOND);
        assertEquals(new KeptLogin.Found(SECOND), store().load());
        assertEquals(new KeptLogin.Found(FIRST), store().replaced());
        store().forgetReplaced();
        assertEquals(new KeptLogin.NotThere(), store().replaced());
    }

    @Test
    void loginsOfTwoServersAreKeptBesideEachOther() {
        store().save(FIRST);
        assertEquals(new KeptLogin.NotThere(), store().switchTo(OTHER.serverId()));
        assertEquals(new KeptLogin.Found(FIRST), store().load(), "the only one there is");
        assertEquals(new KeptLogin.NotThere(), store().load(OTHER.serverId()));
        store().save(OTHER);
        assertEquals(new KeptLogin.Found(OTHER), store().load(), "the one used last");
        store().save(SECOND);
        assertEquals(new KeptLogin.Found(OTHER), store().load());
        assertEquals(new KeptLogin.Found(SECOND), store().load(SECOND.serverId()), "each replaces that of its server");
        assertEquals(new KeptLogin.Found(SECOND), store().switchTo(SECOND.serverId()));
        assertEquals(new KeptLogin.Found(SECOND), store().load());
        store().wipe(SECOND.serverId());
        assertEquals(new KeptLogin.Found(OTHER), store().load());
        store().wipe(OTHER.serverId());
        assertEquals(new KeptLogin.NotThere(), store().load());
    }

    @Test
    void loginThatCannotBeMovedStaysWhereItIs() throws Exception {
        store().save(FIRST);
        Path inTheWay = Files.createDirectory(new LoginFiles(folder()).of(FIRST.serverId()));
        Files.writeString(inTheWay.resolve("file"), "so that nothing can take its place");
        assertThrows(UncheckedIOException.class, () -> store().switchTo(OTHER.serverId()));
        assertEquals(new KeptLogin.Found(FIRST), store().load());
    }

    @Test
    void unwritableFolderIsReported() throws Exception {
        Files.writeString(home.resolve("file"), "in the way");
        FileCredentialStore nowhere =
                new FileCredentialStore(home.resolve("file").resolve("profile"), OPEN);
        UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> nowhere.save(FIRST));
        assertTrue(refused.getMessage().contains("could not be saved"), refused.getMessage());
        assertFalse(refused.getMessage().contains(FIRST.token().value()));
    }

    private FileCredentialStore store() {
        return new FileCredentialStore(folder(), OPEN);
    }

    private Path folder() {
        return home.resolve("desktop").resolve("default");
    }

    private Path file() {
        return folder().resolve("credentials.json");
    }
}
