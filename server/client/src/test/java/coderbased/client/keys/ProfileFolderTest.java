package coderbased.client.keys;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFolderTest {

    @Test
    void eachProgramAndProfileHasItsOwnFolder() {
        ProfileFolder desktop = ProfileFolder.of("desktop", ProfileFolder.DEFAULT);
        assertTrue(desktop.path().isAbsolute());
        assertTrue(desktop.path().endsWith("desktop/default"), desktop.toString());
        assertNotEquals(desktop, ProfileFolder.of("phone", ProfileFolder.DEFAULT));
        assertNotEquals(desktop, ProfileFolder.of("desktop", "work"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "../other", "a/b", "a b", "-x", "äöü", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void aNameThatWouldLeaveThePlaceIsRefusedInWords(String profile) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> ProfileFolder.of("desktop", profile))
                .getMessage();
        assertTrue(sentence.startsWith("--profile"), sentence);
    }
}
